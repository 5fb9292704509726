using System.Collections.Concurrent;
using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Tenants;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Hubs;

/// <summary>Puts agents out who were disabled: at their next call, and within half a minute if they make none.</summary>
internal sealed class DisabledAgents(TenantRegistry tenants, TimeProvider time) : IHubFilter, IHostedService, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, HubCallerContext> connections = new(StringComparer.Ordinal);
    private ITimer? timer;

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (IsDisabled(invocation.Context))
        {
            invocation.Context.Abort();
            throw new HubException(nameof(Refusal.NotAllowed));
        }

        return await next(invocation);
    }

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (Caller.Read(context.Context.User) is Caller.Agent)
            connections[context.Context.ConnectionId] = context.Context;
        return next(context);
    }

    public Task OnDisconnectedAsync(
        HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        connections.TryRemove(context.Context.ConnectionId, out _);
        return next(context, exception);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        timer = time.CreateTimer(_ => Sweep(), null, Interval, Interval);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => timer?.Dispose();

    private void Sweep()
    {
        foreach (var context in connections.Values.Where(IsDisabled))
            context.Abort();
    }

    private bool IsDisabled(HubCallerContext context) =>
        Caller.Read(context.User) is Caller.Agent agent && tenants.IsDisabled(agent.Tenant, agent.Identity.Subject);
}
