using CoBrowse.Tests;

namespace CoBrowse.SignalR.Tests.Host;

/// <summary>Runs the official client's cases once, in one Node process, against a spliced and a plain host.</summary>
public sealed class ContractSuite : IAsyncLifetime
{
    private const string Project = "CoBrowse.SignalR.Tests";

    private ContractRun? _run;

    /// <summary>The names of all cases, as their sources say.</summary>
    public static IEnumerable<string> Cases => ContractRun.CasesOf(Project);

    /// <summary>The names of the cases that ran.</summary>
    public IEnumerable<string> Ran => _run!.Ran;

    public IReadOnlyCollection<string> Escaped { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await using var spliced = await RelayHost.StartAsync();
        await using var plain = await RelayHost.StartAsync(o => o.Splice = false);
        _run = await ContractRun.OfAsync(Project, spliced.Address, plain.Address);
        Escaped = [.. spliced.Events.Escaped, .. plain.Events.Escaped];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void AssertPassed(string name) => _run!.AssertPassed(name);
}
