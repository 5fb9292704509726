namespace CoBrowse.SignalR;

/// <summary>What the next bytes of a customer's or agent's connection are.</summary>
internal enum FrameMatch
{
    /// <summary>Too few bytes to tell, or a frame that has not all arrived.</summary>
    Incomplete,

    /// <summary>A whole frame message.</summary>
    Frame,

    /// <summary>Begins as a frame message and breaks its rules.</summary>
    Violation,

    /// <summary>A message for the hub.</summary>
    ForHub,
}
