using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Sessions;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Masking;

/// <summary>Brings a changed policy to the running sessions: their frames are refused first, then the browsers told.</summary>
internal sealed class PolicyNews(
    TenantPolicies policies,
    SessionDirectory sessions,
    SessionRelay relay,
    IHubContext<CustomerHub, ICustomerClient> customers,
    ILogger<PolicyNews> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        policies.Changed += Tell;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        policies.Changed -= Tell;
        return Task.CompletedTask;
    }

    private void Tell(TenantId tenant, CurrentPolicy policy)
    {
        var running = sessions.All.Where(live => live.Current.Tenant == tenant).ToList();
        foreach (var live in running)
            relay.PolicyChanged(live.Current);
        foreach (var live in running)
        {
            if (live.Current.CustomerConnection is { Value: var customer })
                customers.Clients.Client(customer).PolicyChanged(policy.Json, policy.Hash).Observe(logger);
        }
    }
}
