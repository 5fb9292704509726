namespace CoBrowse.Storage.Masking;

/// <summary>Where a proposed policy stands. The numbers are in databases: never change them.</summary>
public enum ProposalState
{
    /// <summary>Its author still works on it.</summary>
    Draft = 0,

    /// <summary>It shows more than the present policy, and waits for a second person.</summary>
    Waiting = 1,

    /// <summary>It became a version.</summary>
    Published = 2,

    /// <summary>Somebody said no.</summary>
    Rejected = 3,
}
