using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Masking;

public sealed class ClassVisibilityTests
{
    [Fact]
    public async Task POLICY_4_a_class_reaches_the_desk_that_the_policy_names_and_a_change_counts_at_once()
    {
        await using var node = new TestNode();
        await node.PublishAsync(Policy("wealth"));
        await using var session = await node.RunAsync();
        var (customer, alex) = (session.Customer, session.Agent);
        await using var sam = await node.ConnectAgentAsync("sam");
        await sam.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, session.Opened.Code);
        Assert.Null((await customer.AnswerAsync(granted: true)).Refusal);

        async Task ShowAsync(uint epoch, HubLink[] see, HubLink[] others)
        {
            byte[][] frames =
                [Frames.Keyframe(epoch, 1), Frames.OfClass(1, epoch, 0, 2), Frames.OfClass(2, epoch, 0, 3), Frames.Update(epoch, 1, 4), Frames.OfClass(1, epoch, 1, 5), Frames.Update(epoch, 2, 6)];
            foreach (var frame in frames)
                await customer.SendAsync(CustomerHubNames.Frame, frame);
            foreach (var (agent, most) in see.Select(agent => (agent, 1)).Concat(others.Select(agent => (agent, 0))))
            {
                foreach (var frame in frames.Where(frame => frame[11] <= most))
                    Assert.Equal(frame, await agent.NextAsync<byte[]>("f"));
            }
        }

        await ShowAsync(1, [sam], [alex]);
        // Back after a lost connection, and late, with the same right to see.
        await using var again = await node.ConnectAgentAsync("sam");
        await again.CallAsync<AgentJoined>(AgentHubNames.Rejoin, session.Opened.SessionId);
        Assert.Equal(Frames.Keyframe(1, 1), await again.NextAsync<byte[]>("f"));
        Assert.Equal(Frames.OfClass(1, 1, 0, 2), await again.NextAsync<byte[]>("f"));

        var changed = await node.PublishAsync(Policy("agent\",\"none"));
        Assert.Null((await customer.CallAsync<Ack>(CustomerHubNames.UsePolicy, changed.Hash, 2L)).Refusal);
        await ShowAsync(2, [alex, sam], []);
        changed = await node.PublishAsync(Policy("supervisor"));
        Assert.Null((await customer.CallAsync<Ack>(CustomerHubNames.UsePolicy, changed.Hash, 3L)).Refusal);
        await ShowAsync(3, [], [alex, sam]);
    }

    private static string Policy(string roles) =>
        $$"""{"version":1,"text":"standard","classes":[{"class":1,"name":"Balances","roles":["{{roles}}"]},{"class":2,"name":"Nobody","roles":[]}]}""";
}
