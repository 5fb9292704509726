using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>Writes and checks the chained audit of one session.</summary>
public static class AuditChain
{
    /// <summary>The actor of what the customer did, whoever it is.</summary>
    public const string Customer = "customer";

    /// <summary>What the first entry follows.</summary>
    public static string Start { get; } = new('0', 64);

    /// <summary>
    /// The entries for <paramref name="events"/>, after <paramref name="last"/>. What <paramref name="seal"/> makes of an
    /// entry is what the chain is over, so that it can be checked by who cannot read it.
    /// </summary>
    public static IReadOnlyList<AuditEntry> Append(
        AuditEntry? last, SessionId session, IEnumerable<SessionEvent> events, DateTimeOffset now, Func<AuditEntry, AuditEntry>? seal = null)
    {
        var entries = new List<AuditEntry>();
        foreach (var happened in events.Where(happened => happened.Lasts))
        {
            var (kind, actor, detail) = Describe(happened);
            var entry = new AuditEntry(
                session, (last?.Sequence ?? 0) + 1, now, kind, actor, detail, last?.Hash ?? Start, string.Empty);
            entry = seal?.Invoke(entry) ?? entry;
            last = entry with { Hash = HashOf(entry) };
            entries.Add(last);
        }

        return entries;
    }

    /// <summary>Whether <paramref name="entries"/>, in order and from the first, are as they were written.</summary>
    public static bool Holds(IEnumerable<AuditEntry> entries)
    {
        var (sequence, previous) = (1, Start);
        foreach (var entry in entries)
        {
            if (entry.Sequence != sequence++ || entry.Previous != previous || entry.Hash != HashOf(entry))
                return false;
            previous = entry.Hash;
        }

        return true;
    }

    /// <summary>Whether an entry says what it said when it was written, as far as its own hash tells.</summary>
    public static bool IsWhole(AuditEntry entry) => entry.Hash == HashOf(entry);

    private static string HashOf(AuditEntry entry) => Convert.ToHexStringLower(SHA256.HashData(FieldBytes.Of(
        entry.Previous, entry.Session.ToString(), entry.Sequence.ToString(CultureInfo.InvariantCulture),
        entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture), entry.Kind, entry.Actor, entry.Detail)));

    private static (string Kind, string? Actor, string? Detail) Describe(SessionEvent happened) => happened switch
    {
        SessionEvent.Created => ("created", Customer, null),
        SessionEvent.ReservedFor kept => ("reserved", kept.Agent.Subject, kept.Cause.ToString()),
        SessionEvent.Identified identified => ("identified", Customer, identified.Customer.Reference),
        SessionEvent.Queued => ("queued", null, null),
        SessionEvent.AgentJoined joined => ("agent-joined", joined.Agent.Agent.Subject, joined.Agent.Id.ToString()),
        SessionEvent.ConsentAsked asked => ("consent-asked", asked.Agent.Agent.Subject, asked.Request.ToString()),
        SessionEvent.ConsentClosed closed => ($"consent-{closed.Outcome}", closed.Agent.Agent.Subject, closed.Request.ToString()),
        SessionEvent.AgentRemoved removed => ("agent-removed", removed.Agent.Agent.Subject, removed.Cause.ToString()),
        SessionEvent.ControlAsked asked => ("control-asked", asked.Agent.Agent.Subject, asked.Request.ToString()),
        SessionEvent.ControlClosed closed => ($"control-{closed.Outcome}", closed.Agent.Agent.Subject, closed.Request.ToString()),
        SessionEvent.ControlEnded ended => ("control-ended", ended.Agent.Agent.Subject, ended.Reason.ToString()),
        SessionEvent.ActionPassed action => (
            "action", action.Agent.Agent.Subject, string.Create(CultureInfo.InvariantCulture, $"{action.Number} {action.Kind}")),
        SessionEvent.ActionAnswered { Action: var action } answered => (
            "action-answered", Customer, string.Create(CultureInfo.InvariantCulture, $"{action.Number} {action.Kind} {answered.Outcome}")),
        SessionEvent.Invited invited => (
            invited.Invitation.Kind == InvitationKind.Handover ? "handover-offered" : "invited", invited.By.Agent.Subject, DetailOf(invited.Invitation)),
        SessionEvent.InvitationClosed closed => (
            $"invitation-{closed.Outcome}",
            closed.Outcome is InvitationOutcome.Accepted or InvitationOutcome.Declined ? closed.Invitation.To.Subject : closed.By.Agent.Subject,
            DetailOf(closed.Invitation)),
        SessionEvent.HandedOver handed => ("handed-over", handed.From.Agent.Subject, $"{handed.To.Agent.Subject} {handed.To.Id}"),
        SessionEvent.HandoverTakenBack back => ("handover-taken-back", back.By.Agent.Subject, $"{back.Invitation} {back.Successor.Agent.Subject}"),
        SessionEvent.SupervisionTold told => ("supervision-told", told.Supervisor.Agent.Subject, told.Supervisor.Id.ToString()),
        SessionEvent.PolicyUsed used => (
            "policy-used", Customer, string.Create(CultureInfo.InvariantCulture, $"{used.Version} {used.Hash} {used.Epoch:x8}")),
        SessionEvent.ViewBegan began => ("view-began", began.Agent.Agent.Subject, began.Agent.Id.ToString()),
        SessionEvent.ViewEnded ended => ("view-ended", ended.Agent.Agent.Subject, ended.Agent.Id.ToString()),
        SessionEvent.AttemptRefused refused => ("refused", refused.Subject, $"{refused.Operation} {refused.Refusal}"),
        SessionEvent.ChatSent sent => ("chat-sent", sent.Agent?.Agent.Subject ?? Customer, sent.Agent?.Id.ToString()),
        SessionEvent.ValueProposed proposed => ("value-proposed", proposed.Agent.Agent.Subject, proposed.Field.ToString()),
        SessionEvent.ProposalAnswered { Reason: { } reason } failed => (
            "proposal-NotPossible", failed.Agent.Agent.Subject, $"{failed.Field} {reason}"),
        SessionEvent.ProposalAnswered answered => ($"proposal-{answered.Outcome}", answered.Agent.Agent.Subject, answered.Field.ToString()),
        SessionEvent.ProposalTakenBack back => ("proposal-taken-back", back.Agent.Agent.Subject, back.Field.ToString()),
        SessionEvent.Paused => ("paused", Customer, null),
        SessionEvent.Resumed => ("resumed", Customer, null),
        SessionEvent.Ended ended => ("ended", null, ended.Reason.ToString()),
        _ => throw new UnreachableException(),
    };

    // What one agent writes to another is nobody else's.
    private static string DetailOf(Invitation invitation) => $"{invitation.Id} {invitation.To.Subject}";
}
