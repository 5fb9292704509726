namespace CoBrowse.Server.Tests.Matrix;

/// <summary>What came of an operation.</summary>
public enum Outcome
{
    Done,

    /// <summary>It has no answer, and no effect; or its answer is empty.</summary>
    Nothing,
    NotFound,
    WrongCode,
    WrongState,
    NotAllowed,
    AlreadyClaimed,
    Superseded,
    HashMismatch,
}
