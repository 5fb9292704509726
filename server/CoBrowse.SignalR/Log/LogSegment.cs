namespace CoBrowse.SignalR;

/// <summary>A run of whole messages. Nothing moves once written, so readers only ever look ahead.</summary>
internal sealed class LogSegment(byte[] bytes)
{
    public byte[] Bytes { get; } = bytes;

    /// <summary>Where in the channel's life its first byte stands.</summary>
    public long Start { get; set; }

    public int Length { get; set; }

    /// <summary>Whether it holds a message that not everybody may see.</summary>
    public bool Restricted { get; set; }

    public LogSegment? Next { get; set; }

    public long End => Start + Length;
}
