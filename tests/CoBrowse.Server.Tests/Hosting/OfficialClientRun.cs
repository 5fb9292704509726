using CoBrowse.Tests;

namespace CoBrowse.Server.Tests.Hosting;

/// <summary>Runs the official npm client's cases once, in one Node process, against the real server.</summary>
public sealed class OfficialClientRun : IAsyncLifetime
{
    private const string Project = "CoBrowse.Server.Tests";

    private ContractRun? run;

    /// <summary>The names of all cases, as their sources say.</summary>
    public static IEnumerable<string> Cases => ContractRun.CasesOf(Project);

    /// <summary>The names of the cases that ran.</summary>
    public IEnumerable<string> Ran => run!.Ran;

    public async Task InitializeAsync()
    {
        await using var node = new TestNode();
        run = await ContractRun.OfAsync(
            Project, node.Address.GetLeftPart(UriPartial.Authority), Node.Portal, await node.SignInAsync("alex"), await node.SignInAsync("sam"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void AssertPassed(string name) => run!.AssertPassed(name);
}
