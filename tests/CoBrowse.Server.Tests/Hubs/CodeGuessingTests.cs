using System.Globalization;
using CoBrowse.Protocol;
using CoBrowse.Server.Sessions;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Tests.Hubs;

/// <summary>
/// A million guesses at one session's code, over the longest life that a session can have, against the limiter that the
/// agents' hub asks, as the node has set it up. The bounds are those of the threat model.
/// </summary>
public sealed class CodeGuessingTests
{
    private const int Guesses = 1_000_000;
    private static readonly double Codes = Math.Pow(10, ProtocolLimits.CodeLength);

    [Theory]
    // One agent: 10 in each window. One office: 200. A tenant all of whose agents guess, from everywhere: 500.
    [InlineData(1, 1, 10, 0.0005)]
    [InlineData(100, 1, 200, 0.01)]
    [InlineData(1000, 700, 500, 0.025)]
    public async Task Of_a_million_guesses_so_few_are_compared_that_guessing_is_hopeless(int agents, int addresses, int perWindow, double chance)
    {
        await using var node = new TestNode();
        var options = node.Services.GetRequiredService<IOptions<SessionOptions>>().Value;
        var (attempts, sessions) = (node.Services.GetRequiredService<CodeAttempts>(), node.Services.GetRequiredService<SessionDirectory>());
        var code = (await node.OpenAsync()).Code;
        var demo = new TenantId("demo");
        Assert.NotNull(sessions.Find(demo, SessionCode.Read(code)!.Value));

        const int Steps = 1000;
        var compared = 0;
        for (var guess = 0; guess < Guesses; guess++)
        {
            if (guess % (Guesses / Steps) == 0 && guess > 0)
                node.Time.Advance(options.Lifetime / Steps);
            var typed = guess.ToString("D6", CultureInfo.InvariantCulture);
            if (typed == code)
                continue;
            var answer = attempts.Guess(demo, $"agent {guess % agents}", $"address {guess % addresses}", () =>
            {
                compared++;
                return sessions.Find(demo, SessionCode.Read(typed)!.Value);
            });
            Assert.Null(answer.Found);
        }

        var windows = (int)Math.Floor(options.Lifetime / options.WrongCodeWindow) + 1;
        Assert.True(compared <= windows * perWindow, $"{compared} were compared in {windows} windows.");
        Assert.True(compared > (windows - 2) * perWindow, $"{compared} is fewer than whoever mistypes is granted.");
        Assert.True(windows * perWindow / Codes <= chance, $"The chance is {windows * perWindow / Codes}.");
    }

    [Fact]
    public async Task The_agents_hub_compares_no_more_than_the_limiter_lets_through()
    {
        await using var node = new TestNode();
        var code = (await node.OpenAsync()).Code;
        await using var agent = await node.ConnectAgentAsync("alex");
        var refusals = new Dictionary<Refusal, int>();
        for (var guess = 0; guess < 1000; guess++)
        {
            // Slowly enough for the bound on calls: what refuses is the bound on codes.
            if (guess % 10 == 0)
                node.Time.Advance(TimeSpan.FromSeconds(guess == 500 ? 600 : 1));
            var typed = guess.ToString("D6", CultureInfo.InvariantCulture);
            if (typed == code)
                continue;
            var refusal = (await agent.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, typed)).Refusal!.Value;
            refusals[refusal] = refusals.GetValueOrDefault(refusal) + 1;
        }

        Assert.Equal(20, refusals[Refusal.WrongCode]);
        Assert.Equal([Refusal.WrongCode, Refusal.TooManyAttempts], refusals.Keys);
        Assert.Equal(Refusal.TooManyAttempts, (await agent.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, code)).Refusal);
    }

    [Fact]
    public async Task Who_guesses_from_several_connections_at_once_gets_no_more_than_from_one()
    {
        await using var node = new TestNode();
        var code = (await node.OpenAsync()).Code;
        var wrong = code == "000000" ? "000001" : "000000";
        var token = await node.SignInAsync("alex");
        var agents = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => node.ConnectAgentWithAsync(token)));
        var answers = await Task.WhenAll(agents.SelectMany(agent =>
            Enumerable.Range(0, 25).Select(_ => agent.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, wrong))));
        Assert.Equal(10, answers.Count(answer => answer.Refusal == Refusal.WrongCode));
        foreach (var agent in agents)
            await agent.DisposeAsync();
    }
}
