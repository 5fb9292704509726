namespace CoBrowse.SignalR.Tests.Relay;

public sealed class RelayStressTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task RELAY_4_nothing_is_lost_repeated_or_reordered_while_agents_join_stall_and_leave(int seed, bool overtaking)
    {
        var outcome = await RelayStress.RunAsync(frames: 40_000, agents: 6, seed, overtaking);
        Assert.Empty(outcome.Mistakes.Take(5));
        Assert.True(outcome.Joins >= 6 && outcome.Received >= 6 * 5, $"{outcome}");
        if (!overtaking) Assert.Equal(0, outcome.Resyncs);
    }
}
