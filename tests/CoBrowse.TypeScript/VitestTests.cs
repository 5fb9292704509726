using Xunit;

namespace CoBrowse.Tests.TypeScript;

public sealed class VitestTests
{
    public static TheoryData<VitestCase> ClientCases() => [.. VitestRun.Of("client-js")];

    public static TheoryData<VitestCase> ConsoleCases() => [.. VitestRun.Of("agent-console")];

    [Theory]
    [MemberData(nameof(ClientCases))]
    public void Client(VitestCase vitest) => AssertPassed(vitest);

    [Theory]
    [MemberData(nameof(ConsoleCases))]
    public void Console(VitestCase vitest) => AssertPassed(vitest);

    private static void AssertPassed(VitestCase vitest)
    {
        Assert.False(vitest.Skipped, "This case is skipped: finish it or remove it.");
        Assert.True(vitest.Failure is null, vitest.Failure);
    }
}
