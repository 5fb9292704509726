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
        var attempts = new CodeAttempts(new CodeLimits(PerAgent: 3, PerAddress: 100, PerTenant: 100, TimeSpan.FromMinutes(10)), time);
        for (var attempt = 0; attempt < 3; attempt++)
            Assert.True(Wrong(attempts, Bank, "alex", "1"));
        Assert.False(Wrong(attempts, Bank, "alex", "1"));
        Assert.False(Wrong(attempts, Bank, "alex", "2"));
        Assert.False(attempts.Guess(Bank, "alex", "1", () => "the right one").Compared);
        Assert.True(Wrong(attempts, Bank, "sam", "1"));
        Assert.True(Wrong(attempts, new TenantId("other"), "alex", "1"));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(Wrong(attempts, Bank, "alex", "1"));
    }

    [Fact]
    public void Many_agents_who_guess_from_one_address_block_it_in_the_end()
    {
        var time = new ManualTime();
        var attempts = new CodeAttempts(new CodeLimits(PerAgent: 3, PerAddress: 10, PerTenant: 100, TimeSpan.FromMinutes(10)), time);
        for (var attempt = 0; attempt < 10; attempt++)
            Assert.True(Wrong(attempts, Bank, $"agent {attempt}", "1"));
        Assert.False(Wrong(attempts, Bank, "sam", "1"));
        Assert.True(Wrong(attempts, Bank, "sam", "2"));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(Wrong(attempts, Bank, "sam", "1"));
    }

    [Fact]
    public void Many_agents_who_guess_from_many_addresses_block_their_tenant_in_the_end_and_no_other()
    {
        var time = new ManualTime();
        var attempts = new CodeAttempts(new CodeLimits(PerAgent: 3, PerAddress: 3, PerTenant: 10, TimeSpan.FromMinutes(10)), time);
        for (var attempt = 0; attempt < 10; attempt++)
            Assert.True(Wrong(attempts, Bank, $"agent {attempt}", $"address {attempt}"));
        Assert.False(Wrong(attempts, Bank, "sam", "1"));
        Assert.True(Wrong(attempts, new TenantId("other"), "sam", "1"));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(Wrong(attempts, Bank, "sam", "1"));
    }

    [Fact]
    public void Right_codes_are_not_counted()
    {
        var attempts = new CodeAttempts(new CodeLimits(PerAgent: 1, PerAddress: 1, PerTenant: 1, TimeSpan.FromMinutes(10)), new ManualTime());
        for (var attempt = 0; attempt < 10; attempt++)
            Assert.Equal("found", attempts.Guess(Bank, "alex", "1", () => "found").Found);
        Assert.True(Wrong(attempts, Bank, "alex", "1"));
        Assert.False(Wrong(attempts, Bank, "alex", "1"));
    }

    private static bool Wrong(CodeAttempts attempts, TenantId tenant, string subject, string address) =>
        attempts.Guess<string>(tenant, subject, address, () => null).Compared;
}
