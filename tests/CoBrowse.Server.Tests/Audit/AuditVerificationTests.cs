using System.Text.Json;
using CoBrowse.Cli.Audit;
using CoBrowse.Sessions;
using CoBrowse.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CoBrowse.Server.Tests.Audit;

public sealed class AuditVerificationTests(AuditedNode node) : IClassFixture<AuditedNode>
{
    [Fact]
    public void An_untouched_audit_is_found_whole()
    {
        var (code, said, _) = AuditedNode.Verify(node.Copy(string.Empty, open: false));
        Assert.Equal((0, true), (code, said.Contains("are as they were written", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_bank_must_be_able_to_show_is_in_it() => Assert.Equal(
        "created:customer,queued,agent-joined:alex,consent-asked:alex,consent-Granted:alex,view-began:alex,refused:kim,"
        + "view-ended:alex,paused:customer,resumed:customer,view-began:alex,view-ended:alex,ended",
        string.Join(',', node.Said.Select(entry => entry.Kind + (entry.Actor is null ? "" : $":{entry.Actor}"))));

    [Fact]
    public void A_key_that_goes_without_a_word_in_the_tenants_audit_is_found()
    {
        var file = node.Copy($"UPDATE session_keys SET Wrapped = zeroblob(60) WHERE Purpose = 2 AND SessionId = '{node.EndedInFile}'");
        var fault = Assert.Single(AuditFile.Check(file).Faults);
        Assert.Equal((node.Ended, AuditFaultKind.Contradicts), (fault.Session, fault.Kind));
    }

    [Theory]
    [InlineData("UPDATE audit SET Detail = 'x' WHERE Sequence = 3 AND {0}", 3, AuditFaultKind.Changed)]
    [InlineData("UPDATE audit SET Actor = 'sam' WHERE Sequence = 7 AND {0}", 7, AuditFaultKind.Changed)]
    [InlineData("UPDATE audit SET Actor = NULL WHERE Sequence = 5 AND {0}", 5, AuditFaultKind.Changed)]
    [InlineData("UPDATE audit SET At = At + 1 WHERE Sequence = 5 AND {0}", 5, AuditFaultKind.Changed)]
    [InlineData("UPDATE audit SET At = 'never' WHERE Sequence = 5 AND {0}", 5, AuditFaultKind.Changed)]
    [InlineData("UPDATE audit SET Kind = 'consent-Denied' WHERE Kind = 'consent-Granted' AND {0}", 5, AuditFaultKind.Changed)]
    [InlineData("UPDATE audit SET Hash = Previous WHERE Sequence = 4 AND {0}", 4, AuditFaultKind.Changed)]
    [InlineData("DELETE FROM audit WHERE Sequence = 6 AND {0}", 6, AuditFaultKind.Removed)]
    [InlineData("DELETE FROM audit WHERE Sequence = 1 AND {0}", 1, AuditFaultKind.Removed)]
    [InlineData("DELETE FROM audit WHERE Sequence > 11 AND {0}", 12, AuditFaultKind.Removed)]
    [InlineData("DELETE FROM audit WHERE {0}", 1, AuditFaultKind.Removed)]
    [InlineData("UPDATE audit SET Sequence = 14 WHERE Sequence = 2 AND {0}", 2, AuditFaultKind.Removed)]
    [InlineData("UPDATE audit SET Sequence = -Sequence WHERE Sequence IN (4, 5) AND {0}; UPDATE audit SET Sequence = 9 + Sequence WHERE Sequence < 0 AND {0}", 4, AuditFaultKind.Changed)]
    [InlineData("INSERT INTO audit SELECT SessionId, 14, At, 'paused', Actor, Detail, Hash, Hash FROM audit WHERE Sequence = 13 AND {0}", 14, AuditFaultKind.Changed)]
    [InlineData("UPDATE audit SET SessionId = '00000000-0000-0000-0000-000000000001' WHERE Sequence = 9 AND {0}", 9, AuditFaultKind.Removed)]
    [InlineData("UPDATE sessions SET State = 4 WHERE Id = '{1}'", 13, AuditFaultKind.Contradicts)]
    [InlineData("DELETE FROM agents; DELETE FROM sessions WHERE Id = '{1}'", 1, AuditFaultKind.Contradicts)]
    public void Tampering_is_found_and_located(string sql, int sequence, AuditFaultKind kind)
    {
        var file = node.Copy(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, $"SessionId = '{node.EndedInFile}'", node.EndedInFile));
        Assert.Contains(AuditFile.Check(file).Faults, fault => (fault.Session, fault.Sequence, fault.Kind) == (node.Ended, sequence, kind));
        var (code, said, _) = AuditedNode.Verify(file);
        Assert.Equal((1, true), (code, said.Contains($"{node.Ended} {sequence}: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_entry_with_a_hash_of_its_own_does_not_fit_in()
    {
        var file = node.Copy(string.Empty);
        var forged = AuditChain.Append(null, SessionId.TryParse(node.Ended, out var id) ? id : default, [new SessionEvent.Created()], DateTimeOffset.UnixEpoch)[0];
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"UPDATE audit SET At = {forged.At.UtcTicks}, Hash = '{forged.Hash}' WHERE Sequence = 1 AND SessionId = '{node.EndedInFile}'";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        var fault = Assert.Single(AuditFile.Check(file).Faults);
        Assert.Equal((node.Ended, 2, AuditFaultKind.DoesNotFollow), (fault.Session, fault.Sequence, fault.Kind));
    }

    [Theory]
    [InlineData("UPDATE audit SET Detail = 'x'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("DELETE FROM audit_heads")]
    [InlineData("UPDATE audit_heads SET Sequence = 1")]
    [InlineData("INSERT INTO audit SELECT SessionId, 99, At, Kind, Actor, Detail, Previous, Hash FROM audit WHERE Sequence = 1")]
    [InlineData("DELETE FROM session_keys")]
    public void The_database_itself_refuses_it(string sql) =>
        Assert.Matches("append-only|follows|overwritten", Assert.Throws<SqliteException>(() => node.Copy(sql, open: false)).Message);

    [Fact]
    public void Programs_read_it_as_json()
    {
        var (code, said, _) = AuditedNode.Verify(node.Copy("UPDATE audit SET Actor = 'x' WHERE Sequence = 3"), json: true);
        using var document = JsonDocument.Parse(said);
        var fault = document.RootElement.GetProperty("faults")[0];
        Assert.Equal((1, "Changed", 3), (code, fault.GetProperty("kind").GetString(), fault.GetProperty("sequence").GetInt32()));
    }

    [Fact]
    public void What_cannot_be_read_says_what_to_do()
    {
        var (code, _, complaint) = AuditedNode.Verify("nowhere.db");
        Assert.Equal((2, true), (code, complaint.Contains("Storage:Path", StringComparison.Ordinal)));
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "this is no database, but long enough to look into, and then some more of it");
        Assert.Equal(2, AuditedNode.Verify(file).Code);
        File.Delete(file);
        Assert.Equal(2, AuditCommand.Create().Parse(["verify", "nowhere.db"]).Invoke(new() { Error = TextWriter.Null }));
    }
}
