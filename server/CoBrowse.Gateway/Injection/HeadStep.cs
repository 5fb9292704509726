namespace CoBrowse.Gateway.Injection;

/// <summary>What a byte of the page decides about the bytes that wait, the byte itself among them.</summary>
internal enum HeadStep
{
    /// <summary>They pass on.</summary>
    Release,

    /// <summary>They wait: they may belong to the tag before which the snippet goes.</summary>
    Hold,

    /// <summary>The snippet goes before them; the rest of the page passes unread.</summary>
    Insert,

    /// <summary>They are a complete meta element of the head; then they pass on.</summary>
    Meta,

    /// <summary>No snippet belongs here: the rest of the page passes unread.</summary>
    Stop,
}
