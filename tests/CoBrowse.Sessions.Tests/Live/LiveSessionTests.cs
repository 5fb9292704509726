using CoBrowse.Protocol;
using CoBrowse.Sessions.Tests.Lifecycle;

namespace CoBrowse.Sessions.Tests.Live;

public sealed class LiveSessionTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly MemoryStore store = new();
    private readonly RecordingListener listener;
    private readonly SessionDirectory directory;

    public LiveSessionTests()
    {
        listener = new RecordingListener(store);
        directory = new SessionDirectory(store, listener, time);
    }

    public void Dispose() => directory.Dispose();

    private async Task<LiveSession> RunningAsync()
    {
        var session = await directory.CreateAsync(
            new NewSession(new TenantId("demo"), "https://bank.example", null), new SessionRules(), CancellationToken.None);
        var live = directory.Find(session.Id)!;
        await live.ApplyAsync(current => current.CustomerJoins(Scene.Tab, "t1", time), CancellationToken.None);
        await live.ApplyAsync(current => current.Claim(Scene.Agent("alex"), Scene.Line("alex"), time), CancellationToken.None);
        await live.ApplyAsync(
            current => current.Answer(((Consent.Asked)current.Agents[0].Consent).Request, true, time), CancellationToken.None);
        listener.Heard.Clear();
        return live;
    }

    [Fact]
    public async Task A_right_goes_before_it_is_written_and_comes_after()
    {
        var live = await RunningAsync();
        await live.ApplyAsync(session => session.Pause(), CancellationToken.None);
        Assert.Equal(["restrict Paused, stored Active", "changed Paused, stored Paused"], listener.Heard);
    }

    [Fact]
    public async Task A_change_that_cannot_be_written_is_taken_back()
    {
        var live = await RunningAsync();
        store.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => live.ApplyAsync(session => session.Pause(), CancellationToken.None));
        Assert.Equal(SessionState.Active, live.Current.Lifecycle.State);
        Assert.Equal(["restrict Paused, stored Active", "changed Active, stored Active"], listener.Heard);
    }

    [Fact]
    public async Task Time_ends_a_session_that_nobody_touches()
    {
        var live = await RunningAsync();
        await live.ApplyAsync(session => session.CustomerDisconnects(Scene.Tab, time), CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(live.Current.HasEnded);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(EndReason.CustomerGone, ((Sessions.Lifecycle.Ended)live.Current.Lifecycle).Reason);
    }

    [Fact]
    public async Task Requests_at_the_same_time_are_done_one_after_the_other()
    {
        var session = await directory.CreateAsync(
            new NewSession(new TenantId("demo"), "https://bank.example", null), new SessionRules(), CancellationToken.None);
        var live = directory.Find(session.Id)!;
        await live.ApplyAsync(current => current.CustomerJoins(Scene.Tab, "t1", time), CancellationToken.None);
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => live.ApplyAsync(
            current => current.Claim(Scene.Agent($"agent-{number}"), Scene.Line($"agent-{number}"), time), CancellationToken.None))));
        Assert.Single(claims, claim => claim.Refusal is null);
        Assert.Equal(19, claims.Count(claim => claim.Refusal == Refusal.AlreadyClaimed));
    }

    [Fact]
    public async Task The_audit_of_a_running_session_holds()
    {
        var live = await RunningAsync();
        await live.ApplyAsync(session => session.End(EndReason.CustomerEnded, time), CancellationToken.None);
        Assert.True(AuditChain.Holds(store.Audit));
        Assert.Equal(
            ["created", "queued", "agent-joined", "consent-asked", "consent-Granted", "view-began", "view-ended", "ended"],
            store.Audit.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task The_queue_is_the_tenants_own_and_oldest_first()
    {
        var sessions = new List<SessionId>();
        foreach (var tenant in (string[])["one", "two", "one"])
        {
            var session = await directory.CreateAsync(
                new NewSession(new TenantId(tenant), "https://bank.example", null), new SessionRules(), CancellationToken.None);
            await directory.Find(session.Id)!.ApplyAsync(
                current => current.CustomerJoins(Scene.Tab, "t1", time), CancellationToken.None);
            sessions.Add(session.Id);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([sessions[0], sessions[2]], directory.Waiting(new TenantId("one")).Select(session => session.Id));
    }

    [Fact]
    public async Task A_code_finds_its_session_in_its_own_tenant_only()
    {
        var session = await directory.CreateAsync(
            new NewSession(new TenantId("one"), "https://bank.example", null), new SessionRules(), CancellationToken.None);
        Assert.Same(directory.Find(session.Id), directory.Find(new TenantId("one"), session.Code));
        Assert.Null(directory.Find(new TenantId("two"), session.Code));
    }
}
