namespace CoBrowse.SignalR;

/// <summary>A message boundary in a log.</summary>
internal readonly record struct LogMark(LogSegment Segment, long Position);
