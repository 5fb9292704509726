using System.Text.Json;
using CoBrowse.Protocol.Generator;

namespace CoBrowse.Protocol.Tests;

public sealed class FrameHeaderTests
{
    private static readonly JsonElement Vectors = JsonDocument.Parse(File.ReadAllText(
        Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "tests/golden/frame-headers.json"))).RootElement;

    public static TheoryData<string> Headers => Names("headers");

    public static TheoryData<string> Invalid => Names("invalid");

    [Theory]
    [MemberData(nameof(Headers))]
    public void FRAME_1_a_header_has_the_bytes_that_both_languages_agree_on(string name)
    {
        var vector = Vector("headers", name);
        var header = HeaderOf(vector);
        var bytes = new byte[FrameHeader.Bytes];
        header.Write(bytes);
        Assert.Equal(vector.GetProperty("hex").GetString(), Convert.ToHexStringLower(bytes));
        Assert.True(FrameHeader.TryRead(bytes, out var read));
        Assert.Equal(header, read);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void FRAME_2_other_bytes_are_no_frame(string name) =>
        Assert.False(FrameHeader.TryRead(Convert.FromHexString(Vector("invalid", name).GetProperty("hex").GetString()!), out _));

    private static FrameHeader HeaderOf(JsonElement v) => new(
        Enum.Parse<FrameKind>(v.GetProperty("kind").GetString()!, ignoreCase: true),
        Mark(v, "keyframe", FrameMarks.Keyframe) | Mark(v, "last", FrameMarks.Last) | Mark(v, "deflated", FrameMarks.Deflated),
        v.GetProperty("class").GetByte(),
        v.GetProperty("stream").GetUInt16(),
        v.GetProperty("epoch").GetUInt32(),
        v.GetProperty("sequence").GetInt32(),
        v.GetProperty("time").GetUInt32());

    private static FrameMarks Mark(JsonElement v, string name, FrameMarks mark) => v.GetProperty(name).GetBoolean() ? mark : FrameMarks.None;

    private static JsonElement Vector(string list, string name) =>
        Vectors.GetProperty(list).EnumerateArray().Single(v => v.GetProperty("name").GetString() == name);

    private static TheoryData<string> Names(string list) => [.. Vectors.GetProperty(list).EnumerateArray().Select(v => v.GetProperty("name").GetString()!)];
}
