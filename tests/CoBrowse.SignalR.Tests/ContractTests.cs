using CoBrowse.SignalR.Tests.Host;

namespace CoBrowse.SignalR.Tests;

/// <summary>The official npm client against our hub protocol and relay, in the real pipeline.</summary>
public sealed class ContractTests(ContractSuite suite) : IClassFixture<ContractSuite>
{
    public static TheoryData<string> Cases => [.. ContractSuite.Cases];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Official_client(string name) => suite.AssertPassed(name);

    [Fact]
    public void Every_case_that_ran_is_reported_by_name() => Assert.Equal(ContractSuite.Cases.Order(), suite.Ran.Order());

    [Fact]
    public void No_exception_reached_the_server() => Assert.Empty(suite.Escaped);
}
