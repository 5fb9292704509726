using System.Collections.Concurrent;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using CoBrowse.Storage;
using CoBrowse.Storage.Masking;

namespace CoBrowse.Server.Masking;

/// <summary>
/// The tenants' masking policies. The newest stored version holds if its signature does, and if it is the one that the
/// tenant's audit tells of last; else the strict policy. As long as no administrator has made a version, each change of
/// the configuration is one.
/// </summary>
internal sealed class TenantPolicies(
    PolicyStore store, PolicySigner signer, TenantRegistry tenants, TimeProvider time, ILogger<TenantPolicies> logger) : IDisposable
{
    private const string Operator = "configuration";
    private readonly ConcurrentDictionary<TenantId, CurrentPolicy> current = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private IDisposable? watching;

    /// <summary>A tenant's policy is another one from now on. Told in order, once <see cref="Current"/> answers it.</summary>
    public event Action<TenantId, CurrentPolicy>? Changed;

    /// <summary>What holds now. It never waits, and there always is one.</summary>
    public CurrentPolicy Current(TenantId tenant) => current.GetValueOrDefault(tenant) ?? CurrentPolicy.Strict(0);

    /// <summary>Takes up what is stored, and the configuration where that is the source.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var id in tenants.All.Keys)
            await TakeUpAsync(new TenantId(id), cancellationToken);
        watching ??= tenants.OnChange(() => _ = TakeUpAgainAsync());
    }

    /// <summary>Every version, the oldest first, and whether its signature holds.</summary>
    public async Task<IReadOnlyList<(StoredPolicy Version, bool Trusted)>> HistoryAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            var versions = await store.ReadAsync(tenant, cancellationToken);
            await AgreesWithAuditAsync(tenant, versions is [.., var newest] ? newest : null, cancellationToken);
            return [.. versions.Select(version => (version, signer.Vouches(version)))];
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>
    /// Makes the document the tenant's policy, if <paramref name="expected"/> is still the present version; null where
    /// it is not.
    /// </summary>
    public async Task<CurrentPolicy?> PublishAsync(
        TenantId tenant, PolicyDocument document, int expected, PolicyAuthorship by, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            if (Current(tenant).Version != expected)
                return null;
            return await WriteAsync(tenant, document, expected + 1, by);
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose()
    {
        watching?.Dispose();
        writing.Dispose();
    }

    private async Task TakeUpAgainAsync()
    {
        try
        {
            foreach (var id in tenants.All.Keys)
                await TakeUpAsync(new TenantId(id), CancellationToken.None);
        }
        catch (Exception error)
        {
            logger.NotTakenUp(error);
        }
    }

    private async Task TakeUpAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            var versions = await ReadAsync(tenant, cancellationToken);
            var newest = versions is [.., var last] ? last : null;
            var agrees = versions is not null && await AgreesWithAuditAsync(tenant, newest, cancellationToken);
            if (agrees && newest is not null && !current.ContainsKey(tenant))
                current[tenant] = Trusted(newest);
            var configured = PolicyDocument.From(tenants.Find(tenant)?.Masking ?? new MaskingOptions());
            // A row that is false may hide that an administrator made a version: then only an administrator goes on.
            var isSource = agrees && versions!.All(version => version.Source == PolicySource.Configuration && signer.Vouches(version));
            if (isSource && (newest is null || !newest.Document.Span.SequenceEqual(configured.ToBytes())))
                await WriteAsync(tenant, configured, (newest?.Number ?? 0) + 1, new PolicyAuthorship(PolicySource.Configuration, Operator, null, null));
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task<IReadOnlyList<StoredPolicy>?> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadAsync(tenant, cancellationToken);
        }
        catch (UnreadableRowsException error)
        {
            logger.Unreadable(tenant, error.Table);
            current.TryAdd(tenant, CurrentPolicy.Strict(await store.HighestNumberAsync(tenant, cancellationToken)));
            return null;
        }
    }

    /// <summary>
    /// Holding the lock. Whether the newest version is the last one that was published. One that was removed may have
    /// masked more than the one before it, which its signature would still vouch for: then everything is masked.
    /// </summary>
    private async Task<bool> AgreesWithAuditAsync(TenantId tenant, StoredPolicy? newest, CancellationToken cancellationToken)
    {
        (int Number, string Hash)? published;
        try
        {
            published = await store.NewestPublishedAsync(tenant, cancellationToken);
        }
        catch (UnreadableRowsException error)
        {
            logger.Unreadable(tenant, error.Table);
            Mask(tenant, newest?.Number ?? 0);
            return false;
        }

        if (published?.Number == newest?.Number && published?.Hash == newest?.Hash)
            return true;
        logger.NotInAudit(tenant, newest?.Number ?? 0, published?.Number ?? 0);
        Mask(tenant, Math.Max(newest?.Number ?? 0, published?.Number ?? 0));
        return false;
    }

    private void Mask(TenantId tenant, int version)
    {
        var strict = CurrentPolicy.Strict(version);
        if (current.TryGetValue(tenant, out var former) && !former.Trusted && former.Version == version)
            return;
        current[tenant] = strict;
        Changed?.Invoke(tenant, strict);
    }

    private CurrentPolicy Trusted(StoredPolicy version)
    {
        if (!signer.Vouches(version))
            logger.NotVouchedFor(version.Tenant, version.Number);
        else if (PolicyReader.Read(version.Document).Document is not { } document)
            logger.NotUnderstood(version.Tenant, version.Number);
        else
            return CurrentPolicy.From(version.Number, document, version.Document.Span);
        return CurrentPolicy.Strict(version.Number);
    }

    /// <summary>Holding the lock. Not with a caller's token: one that hangs up must not leave half a change.</summary>
    private async Task<CurrentPolicy> WriteAsync(TenantId tenant, PolicyDocument document, int number, PolicyAuthorship by)
    {
        var bytes = document.ToBytes();
        await store.AddAsync(
            signer.Sign(new StoredPolicy(
                tenant, number, bytes, PolicySigner.HashOf(bytes), by.Source, by.Author, time.GetUtcNow(), by.Approver, by.Note, default)));
        var fresh = CurrentPolicy.From(number, document, bytes);
        current[tenant] = fresh;
        logger.Published(tenant, number, fresh.Hash);
        Changed?.Invoke(tenant, fresh);
        return fresh;
    }
}
