using CoBrowse.Protocol;

namespace CoBrowse.SignalR.Tests.Splice;

public sealed class FrameMessageTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(ProtocolLimits.FrameBytes)]
    public void RELAY_2_a_written_frame_is_recognised_whole_and_at_no_shorter_length(int size)
    {
        var message = Frames.Message(Frames.Of(FrameKind.Update, 5, size - FrameHeader.Bytes));
        Assert.Equal(FrameMatch.Frame, Match(message, out var head));
        Assert.Equal(message.Length, head.MessageBytes);
        Assert.Equal(5, head.Header.Sequence);
        for (var cut = 0; cut < Math.Min(message.Length, 60); cut++) Assert.Equal(FrameMatch.Incomplete, Match(message[..cut], out _));
        Assert.Equal(FrameMatch.Incomplete, Match(message[..^1], out _));
    }

    [Theory]
    [InlineData("029106")]
    [InlineData("00")]
    [InlineData("0190")]
    [InlineData("0a95018001a166" + "91c40100")]
    [InlineData("0d960180c0a16791c403010203")]
    [InlineData("0d950180a13191c403010203ffff")]
    public void Other_messages_are_for_the_hub(string hex) => Assert.Equal(FrameMatch.ForHub, Match(Convert.FromHexString(hex), out _));

    [Fact]
    public void RELAY_7_an_oversized_frame_is_refused_by_what_it_announces()
    {
        byte[] start = [0x95, 0x01, 0x80, 0xc0, 0xa1, 0x66, 0x91, 0xc6, 0x7f, 0xff, 0xff, 0x00];
        byte[] message = [0x8c, 0xfe, 0xff, 0xff, 0x07, .. start];
        Assert.Equal(FrameMatch.Violation, Match(message, out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void RELAY_7_a_size_that_disagrees_with_the_message_is_refused(int off)
    {
        var message = Frames.Message(Frames.Of(FrameKind.Update, 5, 40));
        message[9] = (byte)(message[9] + off);
        Assert.Equal(FrameMatch.Violation, Match(message, out _));
    }

    [Fact]
    public void RELAY_2_a_trailing_empty_list_of_streams_is_recognised()
    {
        var message = Frames.Message(Frames.Of(FrameKind.Update, 5, 40));
        byte[] longer = [(byte)(message[0] + 1), 0x96, .. message[2..], 0x90];
        Assert.Equal(FrameMatch.Frame, Match(longer, out var head));
        Assert.True(head.EndsWithStreams);
        Assert.True(FrameMessage.EndsWithoutStreams(new(longer)));
    }

    private static FrameMatch Match(byte[] bytes, out MessageHead head) =>
        FrameMessage.Match(bytes.AsSpan(0, Math.Min(bytes.Length, FrameMessage.HeadBytes)), bytes.Length, out head);
}
