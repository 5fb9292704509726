using CoBrowse.Protocol;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Hubs;

/// <summary>
/// Bounds how often one connection may call: each change of a session is written down and told to others, and each
/// guidance is work for the customer's page. Guidance beyond the bound is dropped, other calls are refused.
/// </summary>
internal sealed class CallRate(TimeProvider time) : IHubFilter
{
    // The console points at most 30 times a second, and adds clicks.
    private const int GuidancePerSecond = 60;
    private const int CallsPerSecond = 10;

    // Of the chat; the browsers say every few seconds that something is written, and how far it has arrived.
    private const int ChatNewsPerSecond = 2;

    // The console types and scrolls in pieces. Each action is written down twice: when it passes, and what became of it.
    private const int ActionsPerSecond = 20;

    public ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var kind = KindOf(invocation);
        if (kind == CallKind.Free || Allowance(invocation.Context, kind).Take())
            return next(invocation);
        return kind is CallKind.Control or CallKind.Drawing or CallKind.Acting ? ValueTask.FromResult<object?>(Refused(invocation)) : default;
    }

    private static CallKind KindOf(HubInvocationContext invocation) => (invocation.Hub, invocation.HubMethodName) switch
    {
        // A ping goes with a few frames, and costs no more than one.
        (CustomerHub, CustomerHubNames.Frame or CustomerHubNames.Ping) => CallKind.Free,
        // Customers may stop what they share at any time. Without what starts it again, this changes a session once only.
        (CustomerHub, CustomerHubNames.Pause or CustomerHubNames.RemoveAgent or CustomerHubNames.RevokeControl or CustomerHubNames.End) => CallKind.Free,
        // As often as actions pass, and no other answer is taken.
        (CustomerHub, CustomerHubNames.Acted) => CallKind.Acting,
        (AgentHub, AgentHubNames.Act) => CallKind.Acting,
        (AgentHub, AgentHubNames.Guide) => CallKind.Pointing,
        // A line comes piece by piece while it is drawn.
        (AgentHub, AgentHubNames.Annotate) => CallKind.Drawing,
        (AgentHub, AgentHubNames.Feedback) => CallKind.Requesting,
        (_, AgentHubNames.TypeChat) => CallKind.Typing,
        (_, AgentHubNames.ReceiveChat) => CallKind.Receiving,
        _ => CallKind.Control,
    };

    private static object Refused(HubInvocationContext invocation)
    {
        const Refusal Reason = Refusal.TooManyAttempts;
        var answer = invocation.HubMethod.ReturnType;
        if (answer == typeof(Task<Ack>))
            return new Ack(Reason);
        if (answer == typeof(Task<AgentJoined>))
            return new AgentJoined(Reason, null, null, null, null, []);
        if (answer == typeof(Task<ChatSent>))
            return new ChatSent(Reason, null);
        if (answer == typeof(Task<CustomerJoined>))
            return new CustomerJoined(Reason, null, null, null, null, null, null, null);
        if (answer == typeof(MadeLink))
            return new MadeLink(Reason, null, null);
        if (answer == typeof(Task<Invited>))
            return new Invited(Reason, null, null);
        // These have no place for a reason but the error.
        throw new HubException(Reason.ToString());
    }

    private CallAllowance Allowance(HubCallerContext connection, CallKind kind)
    {
        if (connection.Items.TryGetValue(kind, out var known))
            return (CallAllowance)known!;
        var fresh = new CallAllowance(PerSecond(kind), time);
        connection.Items[kind] = fresh;
        return fresh;
    }

    private static int PerSecond(CallKind kind) => kind switch
    {
        CallKind.Control => CallsPerSecond,
        CallKind.Acting => ActionsPerSecond,
        CallKind.Typing or CallKind.Receiving => ChatNewsPerSecond,
        _ => GuidancePerSecond,
    };

    private enum CallKind
    {
        Free,
        Pointing,
        Drawing,
        Requesting,
        Typing,
        Receiving,
        Acting,
        Control,
    }
}
