using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoBrowse.Protocol.Generator;

namespace CoBrowse.SignalR.Tests.Host;

/// <summary>Runs the official client's cases once, in one Node process, against a spliced and a plain host.</summary>
public sealed class ContractSuite : IAsyncLifetime
{
    private static readonly string Folder =
        Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "tests/CoBrowse.SignalR.Tests/contract");

    private readonly Dictionary<string, string?> _outcomes = [];
    private string _complaints = "";

    /// <summary>The names of all cases, as their sources say.</summary>
    public static IEnumerable<string> Cases =>
        Directory.GetFiles(Folder, "cases-*.mjs").Order(StringComparer.Ordinal)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"^contractCase\(\s*'(.+?)',", RegexOptions.Multiline))
            .Select(match => match.Groups[1].Value);

    /// <summary>The names of the cases that ran.</summary>
    public IEnumerable<string> Ran => _outcomes.Keys;

    public IReadOnlyCollection<string> Escaped { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var modules = Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "node_modules/@microsoft/signalr");
        if (!Directory.Exists(modules)) throw new InvalidOperationException("The official client is not installed: run 'npm ci' in the repository's root, then the tests again.");
        await using var spliced = await RelayHost.StartAsync();
        await using var plain = await RelayHost.StartAsync(o => o.Splice = false);
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Folder, "suite.mjs"));
        start.ArgumentList.Add(spliced.Address);
        start.ArgumentList.Add(plain.Address);
        using var node = Process.Start(start) ?? throw new InvalidOperationException("Node 20 or newer must be on the path.");
        var complaints = node.StandardError.ReadToEndAsync();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            var outcome = JsonSerializer.Deserialize<Outcome>(line, JsonSerializerOptions.Web)!;
            _outcomes[outcome.Name] = outcome.Error;
        }

        await node.WaitForExitAsync();
        _complaints = await complaints;
        Escaped = [.. spliced.Events.Escaped, .. plain.Events.Escaped];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void AssertPassed(string name)
    {
        Assert.True(_outcomes.TryGetValue(name, out var error), $"The case did not run. {_complaints}");
        Assert.True(error is null, error);
    }

    private sealed record Outcome(string Name, string? Error);
}
