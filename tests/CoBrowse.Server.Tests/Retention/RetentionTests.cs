using System.Text.Json;
using CoBrowse.Server.Tenants;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Server.Tests.Matrix;
using CoBrowse.Storage.Keys;
using CoBrowse.Storage.Sessions;
using CoBrowse.Storage.Sqlite;
using CoBrowse.Tests;
using Microsoft.Extensions.DependencyInjection;
using static CoBrowse.Server.Tests.Retention.Finished;

namespace CoBrowse.Server.Tests.Retention;

public sealed class RetentionTests
{
    // The clock ticks through every timer of the node, so the times here are hours.
    private static readonly (string, string)[] Hours =
    [
        ("Tenants:demo:Retention:Assets", "02:00:00"), ("Tenants:demo:Retention:Sessions", "04:00:00"), ("Tenants:demo:Retention:Audit", "06:00:00"),
        ("Retention:Batch", "2"), ("Sessions:Lifetime", "7.00:00:00"), ("Sessions:CustomerGrace", "7.00:00:00"),
    ];

    [Fact]
    public async Task Each_purpose_ends_when_its_time_is_over_and_the_tenants_audit_says_so()
    {
        await using var node = new TestNode(null, [.. Hours, .. MatrixScene.OtherTenant]);
        var others = (await node.OpenAsync("other")).SessionId;
        await node.EndAsync(others);
        var sessions = new List<string>();
        for (var count = 0; count < 5; count++)
            sessions.Add(await node.FinishAsync());
        var running = (await node.OpenAsync()).SessionId;
        var desk = new RetentionDesk(node);
        foreach (var (hours, erased) in ((int, string)[])[(1, ""), (1, "assets"), (1, "assets"), (1, "assets,session"), (1, "assets,session"), (1, "assets,session,audit")])
        {
            node.Time.Advance(TimeSpan.FromHours(hours));
            foreach (var session in sessions)
                await desk.ErasedAsync(session, erased);
        }

        Assert.Empty(Directory.GetDirectories(Path.Combine(node.Data, "assets", "sessions")));
        var lines = (await desk.LedgerAsync()).Where(line => line.Kind == "erased").ToList();
        foreach (var purpose in (string[])["assets", "session", "audit"])
        {
            var batches = lines.Where(line => line.Actor == "retention" && line.Detail.StartsWith($"{purpose} ended-by=", StringComparison.Ordinal)).ToList();
            Assert.Equal([2, 2, 1], batches.Select(line => line.Detail.Split(": ")[1].Split(' ').Length));
            Assert.Equal(sessions.Order(), batches.SelectMany(line => line.Detail.Split(": ")[1].Split(' ')).Order());
        }

        var report = AuditFile.Check(Path.Combine(node.Data, "cobrowse.db"));
        Assert.Empty(report.Faults);
        Assert.Equal(sessions.Order(), report.Erased.Order());
        Assert.Equal("", await desk.ErasedAsync(running));
        // Another tenant has the times of the default.
        Assert.NotEqual(new byte[60], await node.WrappedAsync(others, Purpose.Session));
    }

    [Fact]
    public async Task A_hold_beats_retention_and_erasure_until_it_is_lifted()
    {
        await using var node = new TestNode(null, Hours);
        string first = "", second = "";
        var desk = new RetentionDesk(node);
        // Of two holds either one holds.
        var held = await node.FinishAsync(async session => first = await desk.HoldAsync(session, "the matter of Keller"));
        second = await desk.HoldAsync(held);
        var free = await node.FinishAsync();
        node.Time.Advance(TimeSpan.FromHours(7));
        desk = new RetentionDesk(node, "kim");
        await desk.ErasedAsync(free, "assets,session,audit");
        Assert.Equal("", await desk.ErasedAsync(held));
        Assert.Equal("OnHold", await desk.RefusalAsync($"/sessions/{held}/erase", new { reference = "DSR-17" }));
        await desk.LiftAsync(first);
        Assert.Equal("OnHold", await desk.RefusalAsync($"/sessions/{held}/erase", new { reference = "DSR-17", keepAudit = true }));
        Assert.Equal("WrongState", await desk.RefusalAsync($"/holds/{first}/lift", new { reason = "again" }));
        Assert.True((await desk.GetAsync($"/sessions/{held}")).GetProperty("held").GetBoolean());
        Assert.Equal("mortgage", (await node.Services.GetRequiredService<SessionStore>().FindAsync(Id(held), default))!.Topic);
        Assert.Contains("the matter of Keller", (await desk.GetAsync("/holds")).GetRawText(), StringComparison.Ordinal);
        await desk.LiftAsync(second);
        node.Time.Advance(TimeSpan.FromHours(1));
        await desk.ErasedAsync(held, "assets,session,audit");

        // Why it was held was sealed, in the tenants' audit too, and is gone with the session.
        var lines = await desk.LedgerAsync();
        Assert.Equal(
            [("hold-placed", "robin"), ("hold-placed", "robin"), ("hold-lifted", "kim"), ("hold-lifted", "kim")],
            lines.Where(line => line.Kind.StartsWith("hold-", StringComparison.Ordinal)).Select(line => (line.Kind, line.Actor)));
        Assert.Contains($"{Guid.Parse(first):N} {held} sealed:1:", lines.First(line => line.Kind == "hold-placed").Detail, StringComparison.Ordinal);
        Assert.All((await desk.GetAsync("/holds")).EnumerateArray(), hold => Assert.Equal(JsonValueKind.Null, hold.GetProperty("reason").ValueKind));
        Assert.Empty(FilesWith(node.Data, "Keller"));
    }

    [Fact]
    public async Task Assets_that_end_with_their_session_stay_while_it_is_held()
    {
        using var data = new TemporaryFolder("retention");
        string held = "", hold = "";
        await using (var node = new TestNode(data.Path))
        {
            var desk = new RetentionDesk(node);
            held = await node.FinishAsync(async session => hold = await desk.HoldAsync(session));
        }

        await using (var node = new TestNode(data.Path))
        {
            Assert.Single(Directory.GetDirectories(Path.Combine(node.Data, "assets", "sessions")));
            var desk = new RetentionDesk(node);
            await desk.LiftAsync(hold);
            node.Time.Advance(TimeSpan.FromHours(1));
            await desk.ErasedAsync(held, "assets");
            Assert.Empty(Directory.GetDirectories(Path.Combine(node.Data, "assets", "sessions")));
        }
    }

    [Fact]
    public async Task What_is_kept_is_found_by_when_it_ended()
    {
        await using var node = new TestNode(null, MatrixScene.OtherTenant);
        var desk = new RetentionDesk(node);
        var sessions = new List<string>();
        foreach (var tenant in (string[])["demo", "other", "demo", "demo", "demo"])
        {
            node.Time.Advance(TimeSpan.FromSeconds(1));
            sessions.Add((await node.OpenAsync(tenant)).SessionId);
        }

        foreach (var session in sessions.Take(4))
        {
            node.Time.Advance(TimeSpan.FromSeconds(1));
            await node.EndAsync(session);
        }

        await desk.HoldAsync(sessions[0]);
        var found = (await desk.GetAsync("/sessions")).EnumerateArray().ToList();
        Assert.Equal(
            [(sessions[3], false), (sessions[2], false), (sessions[0], true)],
            found.Select(kept => (kept.GetProperty("sessionId").GetString()!, kept.GetProperty("held").GetBoolean())));
        var earlier = await desk.GetAsync($"/sessions?before={found[1].GetProperty("endedAt").GetInt64()}");
        Assert.Equal(sessions[0], Assert.Single(earlier.EnumerateArray()).GetProperty("sessionId").GetString());
        await desk.EraseAsync(sessions[2]);
        Assert.Equal(2, (await desk.GetAsync("/sessions?before=-1")).GetArrayLength());
    }

    [Fact]
    public async Task Assets_that_are_kept_for_longer_than_their_session_outlive_a_restart()
    {
        using var data = new TemporaryFolder("retention");
        (string, string)[] longer = [("Tenants:demo:Retention:Assets", "1.00:00:00"), ("Tenants:demo:Retention:Sessions", "00:00:00")];
        string session;
        await using (var node = new TestNode(data.Path, longer))
        {
            session = await node.FinishAsync();
            node.Time.Advance(TimeSpan.FromHours(1));
            await new RetentionDesk(node).ErasedAsync(session, "session");
        }

        await using (var node = new TestNode(data.Path, longer))
        {
            Assert.Equal("session", await new RetentionDesk(node).ErasedAsync(session));
            Assert.Equal(session, Path.GetFileName(Assert.Single(Directory.GetDirectories(Path.Combine(data.Path, "assets", "sessions")))));
        }
    }

    [Fact]
    public async Task A_tenants_times_are_its_own_and_mistakes_are_named()
    {
        await using var node = new TestNode(null, ("Tenants:demo:Retention:Sessions", "30.00:00:00"));
        var times = await new RetentionDesk(node).GetAsync("/");
        Assert.Equal((0, 30, 2556.75), (times.GetProperty("assets").GetDouble(), times.GetProperty("sessions").GetDouble(), times.GetProperty("audit").GetDouble()));
        Assert.Equal(
            ["Assets must be from 0 to 100 years.", "Audit must be at least as long as Sessions and Assets."],
            new RetentionOptions { Assets = TimeSpan.FromDays(-1), Audit = TimeSpan.FromDays(89) }.Mistakes());
        var failure = Assert.ThrowsAny<Exception>(() => new TestNode(null, ("Tenants:demo:Retention:Audit", "1.00:00:00"), ("Retention:Interval", "00:00:01"), ("Retention:Batch", "0"))).ToString();
        Assert.All(
            ["Tenants:demo:Retention: Audit", "Retention:Interval", "Retention:Batch"],
            setting => Assert.Contains(setting, failure, StringComparison.Ordinal));
    }
}
