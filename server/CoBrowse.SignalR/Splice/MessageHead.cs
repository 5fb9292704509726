using CoBrowse.Protocol;

namespace CoBrowse.SignalR;

/// <summary>What the first bytes of a message tell.</summary>
/// <param name="MessageBytes">Its length with its prefix, once known; else 0.</param>
/// <param name="EndsWithStreams">Behind the frame stands one byte, the empty list of streams.</param>
/// <param name="Header">The frame's header where it is a whole frame.</param>
internal readonly record struct MessageHead(long MessageBytes, bool EndsWithStreams, FrameHeader Header);
