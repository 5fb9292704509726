using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Hubs;

/// <summary>The official npm client through the whole server: both hubs, both transports, tickets.</summary>
public sealed class OfficialClientTests(OfficialClientRun run) : IClassFixture<OfficialClientRun>
{
    public static TheoryData<string> Cases => [.. OfficialClientRun.Cases];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Official_client(string name) => run.AssertPassed(name);

    [Fact]
    public void Every_case_that_ran_is_reported_by_name() => Assert.Equal(OfficialClientRun.Cases.Order(), run.Ran.Order());
}
