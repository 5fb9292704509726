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

    /// <summary>Who was let act, in which document; null while nobody is.</summary>
    private (ParticipantId Agent, string Document)? control;

    private (ConsentRequestId Request, ParticipantId Agent, DateTimeOffset Until)? controlAsked;

    public void GrantControl(PageControl.Asked answered, DateTimeOffset now)
    {
        Assert.True(controlAsked is { } question && question.Request == answered.Request && question.Agent == answered.Agent, "a question for control that was never put was answered");
        Assert.True(now < controlAsked!.Value.Until, "an answer after the time-out gave control");
        control = (answered.Agent, answered.TabId);
    }

    public void EndControl() => control = null;

    /// <summary>No action passes without a living grant: of this agent, in this document, while pages are shared and no hands but the agent's are there.</summary>
    public void CheckActions(Session before, Session after, IEnumerable<SessionEvent> events)
    {
        var passed = events.OfType<SessionEvent.ActionPassed>().ToList();
        foreach (var action in passed)
        {
            Assert.NotNull(control);
            Assert.Equal(control.Value.Agent, action.Agent.Id);
            Assert.Equal(control.Value.Document, Assert.IsType<CustomerPresence.Present>(after.Customer).TabId);
            Assert.Contains(after.Watchers, watcher => watcher.Id == action.Agent.Id);
            Assert.False(((PageControl.Held)before.Control).Yields);
        }

        if (after.Control is PageControl.Held held)
            Assert.Equal(control, (held.Agent, held.TabId));
        if (after.HasEnded)
            Assert.IsType<PageControl.Free>(after.Control);
        // Whoever holds or asks has a place, and may view.
        if (after.ControlledBy() is { } holder)
            Assert.True(after.Agents.Find(agent => agent.Id == holder) is { MayView: true, Present: true });
    }

    public void Note(IEnumerable<SessionEvent> events, DateTimeOffset now)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case SessionEvent.ControlAsked asking:
                    controlAsked = (asking.Request, asking.Agent.Id, now + TimeSpan.FromSeconds(60));
                    break;
                case SessionEvent.AgentPresenceChanged { Agent: { Present: false } gone } when control?.Agent == gone.Id:
                case SessionEvent.Ended:
                    control = null;
                    break;
                case SessionEvent.AgentRemoved removed when control?.Agent == removed.Agent.Id:
                    control = null;
                    break;
                case SessionEvent.ControlEnded { Reason: ControlEnd.NewPage }:
                    control = null;
                    break;
            }

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
