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

    // Of a drawing nothing may be missing: it is refused, and the agent told, where a pointer is dropped.
    private const int DrawingsInFlight = 256;

    /// <summary>What is on its way, by customer's connection and by how much of its kind may be: drawings hold up no pointer.</summary>
    private readonly ConcurrentDictionary<(string Customer, int Most), int> pending = new();

    public void Guide(Session? session, ConnectionId from, byte[] body) =>
        Pass(session, from, body, agent => agent.MayGuide, (customer, participant) => customer.Guidance(participant, body));

    /// <summary>Hands on what an agent draws, or says why not. A label is one that the tenant approved.</summary>
    public Refusal? Annotate(Session? session, ConnectionId from, byte[] body, string? label, IReadOnlyList<string> approved)
    {
        if (session?.AgentOn(from) is not { } agent)
            return Refusal.NotFound;
        if (body.Length == 0)
            return Refusal.InvalidRequest;
        if (body.Length > ProtocolLimits.GuidanceBytes)
            return Refusal.TooLarge;
        if (session.Lifecycle is not Lifecycle.Active || session.CustomerConnection is not { Value: var customer })
            return Refusal.WrongState;
        if (!agent.MayGuide || (label is not null && !approved.Contains(label, StringComparer.Ordinal)))
            return Refusal.NotAllowed;
        return TrySend(customer, DrawingsInFlight, to => to.Annotation(agent.Id.ToString(), body, label)) ? null : Refusal.TooManyAttempts;
    }

    public void Feedback(Session? session, ConnectionId from, byte[] body) =>
        Pass(session, from, body, agent => agent.MayView, (customer, participant) => customer.Feedback(participant, body));

    private void Pass(Session? session, ConnectionId from, byte[] body, Func<Participant, bool> may, Func<ICustomerClient, string, Task> send)
    {
        if (body.Length > ProtocolLimits.GuidanceBytes
            || session?.Lifecycle is not Lifecycle.Active
            || session.CustomerConnection is not { Value: var customer }
            || session.AgentOn(from) is not { } agent
            || !may(agent))
        {
            return;
        }

        TrySend(customer, InFlight, to => send(to, agent.Id.ToString()));
    }

    private bool TrySend(string customer, int most, Func<ICustomerClient, Task> send)
    {
        var way = (customer, most);
        if (pending.AddOrUpdate(way, 1, (_, count) => count + 1) > most)
        {
            Done(way);
            return false;
        }

        _ = PassAsync(send(customers.Clients.Client(customer)), way);
        return true;
    }

    private async Task PassAsync(Task send, (string Customer, int Most) way)
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
            Done(way);
        }
    }

    private void Done((string Customer, int Most) way)
    {
        var left = pending.AddOrUpdate(way, 0, (_, count) => count - 1);
        if (left <= 0)
            pending.TryRemove(new KeyValuePair<(string Customer, int Most), int>(way, left));
    }
}
