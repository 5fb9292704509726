using CoBrowse.Server.Masking;
using CoBrowse.Sessions;
using CoBrowse.Storage;
using CoBrowse.Storage.Sessions;
using CoBrowse.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Server.Storage;

/// <summary>Brings the database up to date and takes up the open sessions, before the first request.</summary>
internal sealed class StorageStart(
    IDbContextFactory<CoBrowseContext> contexts, PlainSessions plain, SessionDirectory sessions, TenantPolicies policies) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await SqliteStorage.MigrateAsync(contexts, cancellationToken);
        await plain.SealAsync(cancellationToken);
        await SqliteStorage.ForgetPlainAsync(contexts, cancellationToken);
        await policies.LoadAsync(cancellationToken);
        await sessions.LoadAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
