using CoBrowse.Protocol;

namespace CoBrowse.Sessions.Tests.Lifecycle;

/// <summary>What the customer has said, kept apart from the session, to judge it by.</summary>
internal sealed class ConsentLedger
{
    private readonly Dictionary<ConsentRequestId, (ParticipantId Agent, DateTimeOffset Until)> asked = [];
    private readonly HashSet<ParticipantId> granted = [];

    public void Grant(ParticipantId agent, ConsentRequestId request, DateTimeOffset now)
    {
        Assert.True(asked.TryGetValue(request, out var question), "a question that was never put was answered");
        Assert.Equal(question.Agent, agent);
        Assert.True(now < question.Until, "an answer after the time-out counted");
        granted.Add(agent);
    }

    public void Revoke(ParticipantId agent) => granted.Remove(agent);

    public void Note(IEnumerable<SessionEvent> events)
    {
        foreach (var happened in events)
        {
            if (happened is SessionEvent.ConsentAsked question)
                asked[question.Request] = (question.Agent.Id, ((Consent.Asked)question.Agent.Consent).ExpiresAt);
            else if (happened is SessionEvent.AgentRemoved removed)
                granted.Remove(removed.Agent.Id);
        }
    }

    public void Check(Session before, Session after, Refusal? refusal)
    {
        Assert.All(after.Watchers, watcher => Assert.Contains(watcher.Id, granted));
        if (after.Watchers.Any())
            Assert.IsType<Sessions.Lifecycle.Active>(after.Lifecycle);
        if (before.HasEnded)
            Assert.Same(before, after);
        if (refusal is not null)
            Assert.All(after.Watchers, watcher => Assert.Contains(before.Watchers, former => former.Id == watcher.Id));
        var (views, asks) = (after.Agents.Exists(agent => agent.MayView), after.Agents.Exists(agent => agent.Consent is Consent.Asked));
        var consistent = after.Lifecycle.State switch
        {
            SessionState.Created or SessionState.Waiting => after.Agents.IsEmpty,
            SessionState.Claimed => !after.Agents.IsEmpty && !views && !asks,
            SessionState.Consenting => !views && asks,
            SessionState.Active or SessionState.Paused => views,
            _ => true,
        };
        Assert.True(consistent, $"{after.Lifecycle.State} with {after.Agents.Count} agents, views: {views}, asks: {asks}");
    }
}
