namespace CoBrowse.Sessions.Tests.Codes;

public sealed class CodeTests
{
    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("12-34-56", "123456")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("12345a", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Reads_what_people_type(string? typed, string? code) => Assert.Equal(code, SessionCode.Read(typed)?.Value);

    [Fact]
    public void A_drawn_code_can_be_read_back() =>
        Assert.All(Enumerable.Range(0, 1000), _ =>
        {
            var code = SessionCode.Draw();
            Assert.Equal(code, SessionCode.Read(code.Value));
        });

    [Fact]
    public void Wrong_codes_block_their_source_until_the_window_has_passed()
    {
        var time = new ManualTime();
        var attempts = new CodeAttempts(3, TimeSpan.FromMinutes(10), time);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.True(attempts.Allows("agent:alex", "address:1"));
            attempts.Wrong("agent:alex", "address:1");
        }

        Assert.False(attempts.Allows("agent:alex", "address:2"));
        Assert.False(attempts.Allows("agent:sam", "address:1"));
        Assert.True(attempts.Allows("agent:sam", "address:2"));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(attempts.Allows("agent:alex", "address:1"));
    }
}
