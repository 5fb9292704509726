using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>Values that agents propose for the customer's fields. The node never learns what stands in a field.</summary>
public static class ProposalSteps
{
    private const int LongestId = 64;

    /// <summary>What is wrong with a proposal as such; null: nothing.</summary>
    public static Refusal? MistakeIn(Proposal proposal)
    {
        if (string.IsNullOrEmpty(proposal.Id) || proposal.Id.Length > LongestId || proposal.Value is null
            || proposal.Epoch is < 0 or > uint.MaxValue || proposal.Node is < 1 or > int.MaxValue || !Enum.IsDefined(proposal.Kind))
        {
            return Refusal.InvalidRequest;
        }

        if (proposal.Value.Length > ProtocolLimits.ProposalLength)
            return Refusal.TooLarge;
        // What the customer reads must be what is entered.
        return proposal.Value.Any(each => ChatText.Deceives(each) || (char.IsControl(each) && each is not ('\n' or '\t')))
            ? Refusal.InvalidRequest
            : null;
    }

    /// <summary>Why the agent on this connection may not propose now; null: they may.</summary>
    public static Refusal? ProposalBy(this Session session, ConnectionId connection)
    {
        if (session.AgentOn(connection) is not { } agent)
            return Refusal.NotFound;
        if (session.Lifecycle is not Lifecycle.Active || session.CustomerConnection is null)
            return Refusal.WrongState;
        return agent.MayGuide ? null : Refusal.NotAllowed;
    }
}
