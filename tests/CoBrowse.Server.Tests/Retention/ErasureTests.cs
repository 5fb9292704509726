using System.Net;
using System.Net.Http.Json;
using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Audit;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Server.Tests.Matrix;
using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;
using CoBrowse.Storage.Sessions;
using CoBrowse.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static CoBrowse.Server.Tests.Retention.Finished;

namespace CoBrowse.Server.Tests.Retention;

public sealed class ErasureTests
{
    [Fact]
    public async Task What_is_erased_is_in_no_byte_of_the_data_folder_and_the_audit_stands()
    {
        await using var node = new TestNode(null, ("Tenants:demo:Retention:Assets", "1.00:00:00"));
        var desk = new RetentionDesk(node);
        var (kept, erased) = (await node.FinishAsync(), await node.FinishAsync());
        var keys = new List<byte[]>();
        foreach (var purpose in Enum.GetValues<Purpose>())
            keys.Add(await node.WrappedAsync(erased, purpose));

        // The control: what will be looked for is there, and by it everything can be read.
        Assert.All(keys, key => Assert.NotEmpty(FilesWith(node.Data, key)));
        var store = node.Services.GetRequiredService<SessionStore>();
        Assert.Equal("mortgage", (await store.FindAsync(Id(erased), default))!.Topic);
        Assert.Equal("alex", (await store.OpenAuditAsync(Id(erased), default))[2].Actor);
        Assert.NotEmpty(FilesWith(node.Data, "http://localhost:5999"));
        Assert.Equal(2, Directory.GetDirectories(Path.Combine(node.Data, "assets", "sessions")).Length);
        // Nothing of it is plain, even before.
        Assert.All(["mortgage", "Alex Morgan", "rebeccapurple"], text => Assert.Empty(FilesWith(node.Data, text)));

        await desk.EraseAsync(erased);
        Assert.All(keys, key => Assert.Empty(FilesWith(node.Data, key)));
        Assert.Null(await store.FindAsync(Id(erased), default));
        var audit = await store.OpenAuditAsync(Id(erased), default);
        Assert.All(audit, entry => Assert.True(entry.Detail is null && (entry.Actor is null or AuditChain.Customer)));
        Assert.Equal([true, false], [audit[2].Erased, audit[0].Erased]);
        Assert.Equal("agent-joined", audit[2].Kind);
        Assert.True(AuditChain.Holds(await store.ReadAuditAsync(Id(erased), default)));
        Assert.Equal(kept, Path.GetFileName(Assert.Single(Directory.GetDirectories(Path.Combine(node.Data, "assets", "sessions")))));
        Assert.Equal("mortgage", (await store.FindAsync(Id(kept), default))!.Topic);
        Assert.Equal(("erased", "robin", $"assets,session,audit reference=DSR-17: {erased}"), (await desk.LedgerAsync())[^1]);

        var report = AuditFile.Check(Path.Combine(node.Data, "cobrowse.db"));
        Assert.Empty(report.Faults);
        Assert.Equal([erased], report.Erased);
        var (code, said, _) = AuditedNode.Verify(Path.Combine(node.Data, "cobrowse.db"));
        Assert.Equal((0, true), (code, said.Contains($"{erased}: erased.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Tampering_with_an_erased_audit_is_still_located()
    {
        await using var node = new TestNode();
        var desk = new RetentionDesk(node);
        var erased = await node.FinishAsync();
        await desk.EraseAsync(erased);
        Execute(node.Data, "DROP TRIGGER audit_stays; UPDATE audit SET Kind = 'consent-Granted' WHERE Kind = 'consent-asked'");
        var fault = Assert.Single(AuditFile.Check(Path.Combine(node.Data, "cobrowse.db")).Faults);
        Assert.Equal((erased, 4, AuditFaultKind.Changed), (fault.Session, fault.Sequence, fault.Kind));
    }

    [Fact]
    public async Task A_hold_that_goes_without_being_lifted_is_refused_and_found_and_so_is_what_is_erased_under_it()
    {
        await using var node = new TestNode();
        var desk = new RetentionDesk(node);
        var (gone, held) = (await node.FinishAsync(), await node.FinishAsync());
        var hold = await desk.HoldAsync(gone);
        await desk.HoldAsync(held);
        foreach (var sql in (string[])["DELETE FROM legal_holds", "UPDATE legal_holds SET SessionId = 'x'", "UPDATE legal_holds SET LiftedAt = NULL"])
            Assert.Contains("lifted", Assert.Throws<SqliteException>(() => Execute(node.Data, sql)).Message, StringComparison.Ordinal);
        Execute(node.Data, $"DROP TRIGGER legal_holds_stay; DELETE FROM legal_holds WHERE Id = '{hold.ToUpperInvariant()}'");
        await desk.EraseAsync(gone);
        Assert.Equal("OnHold", await desk.RefusalAsync($"/sessions/{held}/erase", new { reference = "DSR-17" }));
        var faults = AuditFile.Check(Path.Combine(node.Data, "cobrowse.db")).Faults;
        Assert.All(faults, fault => Assert.Equal(("tenant demo", AuditFaultKind.Contradicts), (fault.Session, fault.Kind)));
        Assert.Equal([4, 2], faults.Select(fault => fault.Sequence));
        Assert.Equal([true, true], faults.Select(fault => fault.Message.Contains(gone, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Keys_that_are_erased_leave_no_copy_whatever_the_database_did_with_their_pages()
    {
        await using var node = new TestNode(null, ("Tenants:demo:Retention:Sessions", "00:00:00"), ("Sessions:CustomerGrace", "7.00:00:00"));
        var desk = new RetentionDesk(node);
        var sessions = new List<(string Id, byte[] Key)>();
        for (var count = 0; count < 40; count++)
        {
            var opened = await node.OpenAsync();
            sessions.Add((opened.SessionId, await node.WrappedAsync(opened.SessionId, Purpose.Session)));
            if (count % 2 == 0)
                await node.EndAsync(opened.SessionId);
        }

        Assert.All(sessions, session => Assert.NotEmpty(FilesWith(node.Data, session.Key)));
        foreach (var (id, _) in sessions.Where((_, count) => count % 6 == 0))
            await desk.EraseAsync(id, keepAudit: true);
        node.Time.Advance(TimeSpan.FromHours(1));
        await desk.ErasedAsync(sessions[38].Id, "assets,session");
        await UntilAsync(() => sessions.Where((_, count) => count % 2 == 0).All(session => FilesWith(node.Data, session.Key).Count == 0));
        Assert.All(sessions.Where((_, count) => count % 2 == 1), session => Assert.NotEmpty(FilesWith(node.Data, session.Key)));
    }

    [Fact]
    public async Task What_runs_is_not_erased_and_what_is_erased_is_not_erased_again()
    {
        await using var node = new TestNode();
        var desk = new RetentionDesk(node);
        var running = (await node.OpenAsync()).SessionId;
        Assert.Equal("WrongState", await desk.RefusalAsync($"/sessions/{running}/erase", new { reference = "DSR-17" }));
        var over = await node.FinishAsync();
        await desk.EraseAsync(over, keepAudit: true);
        Assert.Equal("assets,session", await desk.ErasedAsync(over));
        Assert.Equal("alex", (await desk.GetAsync($"/sessions/{over}/audit"))[2].GetProperty("actor").GetString());
        Assert.Equal(("audit-read", "robin", over), (await desk.LedgerAsync())[^1]);
        await desk.EraseAsync(over);
        var lines = (await desk.LedgerAsync()).Count;
        await desk.EraseAsync(over);
        Assert.Equal(lines, (await desk.LedgerAsync()).Count);
        Assert.Equal("Expired", await desk.RefusalAsync("/holds", new { sessionId = over, reason = "too late" }));
    }

    [Fact]
    public async Task Another_tenants_administrator_finds_nothing_and_mistakes_are_named()
    {
        await using var node = new TestNode(null, MatrixScene.OtherTenant);
        var desk = new RetentionDesk(node);
        var theirs = (await node.OpenAsync("other")).SessionId;
        await node.EndAsync(theirs);
        foreach (var session in (string[])[theirs, Guid.NewGuid().ToString("N"), "x"])
        {
            Assert.Equal("NotFound", await desk.RefusalAsync($"/sessions/{session}"));
            Assert.Equal("NotFound", await desk.RefusalAsync($"/sessions/{session}/audit"));
            Assert.Equal("NotFound", await desk.RefusalAsync($"/sessions/{session}/erase", new { reference = "DSR-17" }));
            Assert.Equal("NotFound", await desk.RefusalAsync("/holds", new { sessionId = session, reason = "mine" }));
        }

        Assert.NotEqual(new byte[60], await node.WrappedAsync(theirs, Purpose.Session));
        foreach (var reference in (string?[])[null, "", "Maria Keller", "maria@example.org", new('1', 65)])
            Assert.Equal("InvalidRequest", await desk.RefusalAsync($"/sessions/{theirs}/erase", new { reference }));
        foreach (var reason in (string?[])[null, " ", new('x', 501)])
            Assert.Equal("InvalidRequest", await desk.RefusalAsync("/holds", new { sessionId = theirs, reason }));
        Assert.Equal("NotFound", await desk.RefusalAsync($"/holds/{Guid.NewGuid()}/lift", new { reason = "none" }));
    }

    [Fact]
    public async Task Who_does_not_administer_is_let_in_nowhere()
    {
        await using var node = new TestNode();
        var over = await node.FinishAsync();
        foreach (var token in (string[])[await node.SignInAsync("alex"), (await node.OpenAsync()).Token])
        {
            foreach (var path in (string[])["/", $"/sessions/{over}", $"/sessions/{over}/audit", "/holds"])
                Assert.Equal(HttpStatusCode.Forbidden, (await node.SendAsync(new(HttpMethod.Get, RetentionDesk.Path + path), null, token)).StatusCode);
            foreach (var path in (string[])[$"/sessions/{over}/erase", "/holds", $"/holds/{Guid.NewGuid()}/lift"])
                Assert.Equal(HttpStatusCode.Forbidden, (await node.SendAsync(new(HttpMethod.Post, RetentionDesk.Path + path) { Content = JsonContent.Create(new { }) }, null, token)).StatusCode);
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        var deadline = DateTime.UtcNow + HubLink.Patience;
        while (!holds())
        {
            Assert.True(DateTime.UtcNow < deadline);
            await Task.Delay(5);
        }
    }
}
