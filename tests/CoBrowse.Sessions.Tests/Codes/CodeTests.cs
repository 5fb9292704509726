namespace CoBrowse.Sessions.Tests.Codes;

public sealed class CodeTests
{
    private static readonly TenantId Bank = new("bank");

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
    public void Wrong_codes_block_their_agent_at_every_address_until_the_window_has_passed()
    {
        var time = new ManualTime();
        var attempts = new CodeAttempts(perAgent: 3, perAddress: 100, TimeSpan.FromMinutes(10), time);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.True(attempts.Allows(Bank, "alex", "1"));
            attempts.Wrong(Bank, "alex", "1");
        }

        Assert.False(attempts.Allows(Bank, "alex", "1"));
        Assert.False(attempts.Allows(Bank, "alex", "2"));
        Assert.True(attempts.Allows(Bank, "sam", "1"));
        Assert.True(attempts.Allows(new TenantId("other"), "alex", "1"));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(attempts.Allows(Bank, "alex", "1"));
    }

    [Fact]
    public void Many_agents_who_guess_from_one_address_block_it_in_the_end()
    {
        var time = new ManualTime();
        var attempts = new CodeAttempts(perAgent: 3, perAddress: 10, TimeSpan.FromMinutes(10), time);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.True(attempts.Allows(Bank, $"agent {attempt}", "1"));
            attempts.Wrong(Bank, $"agent {attempt}", "1");
        }

        Assert.False(attempts.Allows(Bank, "sam", "1"));
        Assert.True(attempts.Allows(Bank, "sam", "2"));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(attempts.Allows(Bank, "sam", "1"));
    }
}
