using System.Buffers;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CoBrowse.SignalR.Tests.Messages;

public sealed class CoBrowseHubProtocolTests
{
    private static readonly CoBrowseHubProtocol Protocol = new();

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void WIRE_1_versions_up_to_2_are_supported(int version, bool supported)
    {
        Assert.Equal(supported, Protocol.IsVersionSupported(version));
        Assert.Equal(("messagepack", 2), (Protocol.Name, Protocol.Version));
    }

    [Fact]
    public void WIRE_5_arguments_that_do_not_fit_are_a_binding_failure()
    {
        foreach (var call in (HubMessage[])[new InvocationMessage("1", "numbers", ["x", 1, 2]), new InvocationMessage("1", "nowhere", []), new InvocationMessage("1", "echo", ["a", "b"])])
            Assert.Equal("1", Assert.IsType<InvocationBindingFailureMessage>(Read(call)).InvocationId);
    }

    [Fact]
    public void WIRE_5_last_values_that_may_be_nil_may_be_missing()
    {
        Assert.Equal(["x", null, null], Arguments(new InvocationMessage("grown", ["x"])));
        Assert.Equal(["x", Shade.Dark, null], Arguments(new InvocationMessage("grown", ["x", "Dark"])));
        Assert.Equal(["x", null, 3], Arguments(new InvocationMessage("grown", ["x", null, 3])));
        foreach (var call in (HubMessage[])[new InvocationMessage("grown", []), new InvocationMessage("grown", ["x", "Dark", 3, 4]), new InvocationMessage("echo", [])])
            Assert.IsType<InvocationBindingFailureMessage>(Read(call));
    }

    [Fact]
    public void WIRE_5_a_stream_item_that_does_not_fit_is_a_binding_failure()
    {
        Assert.Equal("1", Assert.IsType<StreamBindingFailureMessage>(Read(new StreamItemMessage("1", 5))).Id);
        Assert.Equal("2", Assert.IsType<StreamBindingFailureMessage>(Read(new StreamItemMessage("2", "late"))).Id);
    }

    [Fact]
    public void WIRE_7_a_completion_that_nobody_waits_for_carries_nothing()
    {
        var late = Assert.IsType<CompletionMessage>(Read(new CompletionMessage("99", null, "late", hasResult: true)));
        Assert.Null(late.Result);
    }

    [Fact]
    public void A_completion_of_the_wrong_type_is_an_error() =>
        Assert.Contains("String", Assert.IsType<CompletionMessage>(Read(new CompletionMessage("1", null, 5, hasResult: true))).Error, StringComparison.Ordinal);

    [Fact]
    public void WIRE_6_a_record_lacking_what_may_not_be_null_is_refused()
    {
        var partial = new Dictionary<string, object?> { ["Name"] = "n", ["Shade"] = "Dark" };
        Assert.IsType<InvocationBindingFailureMessage>(Read(new InvocationMessage("record", [partial])));
        partial["Numbers"] = null;
        Assert.IsType<InvocationBindingFailureMessage>(Read(new InvocationMessage("record", [partial])));
        partial["Numbers"] = new[] { 1 };
        Assert.Equal("n", ((Sample)Assert.IsType<InvocationMessage>(Read(new InvocationMessage("record", [partial]))).Arguments[0]!).Name);
    }

    [Theory]
    [InlineData("Brown")]
    [InlineData("1")]
    [InlineData("dark")]
    public void WIRE_6_an_enum_that_is_not_one_of_its_names_is_refused(string shade)
    {
        var value = new Dictionary<string, object?> { ["Name"] = "n", ["Shade"] = shade, ["Numbers"] = new[] { 1 } };
        Assert.IsType<InvocationBindingFailureMessage>(Read(new InvocationMessage("record", [value])));
    }

    [Fact]
    public void Headers_and_streams_come_back()
    {
        var call = new StreamInvocationMessage("5", "echo", ["x"], ["6", "7"]) { Headers = new Dictionary<string, string> { ["trace"] = "abc" } };
        var read = Assert.IsType<StreamInvocationMessage>(Read(call));
        Assert.Equal(["6", "7"], read.StreamIds!);
        Assert.Equal("abc", read.Headers!["trace"]);
    }

    private static object?[] Arguments(HubMessage call) => Assert.IsType<InvocationMessage>(Read(call)).Arguments;

    private static HubMessage Read(HubMessage message)
    {
        var bytes = new ReadOnlySequence<byte>(Protocol.GetMessageBytes(message));
        Assert.True(Protocol.TryParseMessage(ref bytes, TestBinder.Instance, out var read));
        Assert.True(bytes.IsEmpty);
        return read;
    }
}
