using CoBrowse.Protocol;
using CoBrowse.Storage.Masking;

namespace CoBrowse.Server.Masking;

/// <summary>What a step at the desk came to: the proposal after it, or why it was refused.</summary>
internal readonly record struct DeskAnswer(PolicyProposal? Proposal, Refusal? Refusal, string? Detail)
{
    public DeskAnswer(PolicyProposal proposal)
        : this(proposal, null, null)
    {
    }

    public DeskAnswer(Refusal refusal, string? detail)
        : this(null, refusal, detail)
    {
    }
}
