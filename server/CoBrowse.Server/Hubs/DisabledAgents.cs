using System.Collections.Concurrent;
using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Tenants;
using CoBrowse.Server.Tickets;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Hubs;

/// <summary>
/// Puts agents out who were disabled: here, at their next call, and within half a minute if they make none; at their
/// issuer, within a minute, where it may be asked.
/// </summary>
internal sealed class DisabledAgents(TenantRegistry tenants, TokenStanding standing, TimeProvider time) : IHubFilter, IHostedService, IDisposable
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
        timer = time.CreateTimer(_ => _ = SweepAsync(), null, Interval, Interval);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => timer?.Dispose();

    private async Task SweepAsync()
    {
        foreach (var context in connections.Values.Where(IsDisabled))
            context.Abort();
        await Parallel.ForEachAsync(connections.Values, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (context, cancellationToken) =>
        {
            if (Caller.Read(context.User) is Caller.Agent agent
                && !await standing.StandsAsync(agent.Tenant, TicketScheme.TokenOf(context.GetHttpContext()), cancellationToken))
            {
                context.Abort();
            }
        });
    }

    private bool IsDisabled(HubCallerContext context) =>
        Caller.Read(context.User) is Caller.Agent agent && tenants.IsDisabled(agent.Tenant, agent.Identity.Subject);
}
