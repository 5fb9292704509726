using System.Collections.Concurrent;
using CoBrowse.Protocol;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Hubs;

/// <summary>
/// Lets pointers, marks and replicas' requests through to the customer: from agents with consent, in active sessions,
/// within their size. While <see cref="InFlight"/> are on their way to one customer, further ones are dropped: a newer
/// pointer says more than an old one.
/// </summary>
internal sealed class GuidanceGate(IHubContext<CustomerHub, ICustomerClient> customers)
{
    private const int InFlight = 64;
    private readonly ConcurrentDictionary<string, int> pending = new(StringComparer.Ordinal);

    public void Guide(Session? session, ConnectionId from, byte[] body) =>
        Pass(session, from, body, (customer, participant) => customer.Guidance(participant, body));

    public void Feedback(Session? session, ConnectionId from, byte[] body) =>
        Pass(session, from, body, (customer, participant) => customer.Feedback(participant, body));

    private void Pass(Session? session, ConnectionId from, byte[] body, Func<ICustomerClient, string, Task> send)
    {
        if (body.Length > ProtocolLimits.GuidanceBytes
            || session?.Lifecycle is not Lifecycle.Active
            || session.CustomerConnection is not { Value: var customer }
            || session.AgentOn(from) is not { MayView: true } agent)
        {
            return;
        }

        if (pending.AddOrUpdate(customer, 1, (_, count) => count + 1) > InFlight)
        {
            Done(customer);
            return;
        }

        _ = PassAsync(send(customers.Clients.Client(customer), agent.Id.ToString()), customer);
    }

    private async Task PassAsync(Task send, string customer)
    {
        try
        {
            await send;
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or InvalidOperationException)
        {
            // The customer's connection is going; the session hears of it by itself.
        }
        finally
        {
            Done(customer);
        }
    }

    private void Done(string customer)
    {
        var left = pending.AddOrUpdate(customer, 0, (_, count) => count - 1);
        if (left <= 0)
            pending.TryRemove(new KeyValuePair<string, int>(customer, left));
    }
}
