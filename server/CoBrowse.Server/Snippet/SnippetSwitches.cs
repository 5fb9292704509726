using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using CoBrowse.Storage.Tenants;

namespace CoBrowse.Server.Snippet;

/// <summary>
/// Where tenants' snippets are stopped: where the configuration says so, and where an administrator does. A stopped
/// tenant's sessions have half a minute to be ended by their own pages; what is left then, the node ends.
/// </summary>
internal sealed class SnippetSwitches(
    SnippetSwitchStore store, TenantRegistry tenants, SessionDirectory sessions, TimeProvider time, ILogger<SnippetSwitches> logger)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly Dictionary<TenantId, DateTimeOffset> off = [];
    private volatile IReadOnlyDictionary<TenantId, SnippetSwitch> set = new Dictionary<TenantId, SnippetSwitch>();
    private ITimer? timer;

    /// <summary>What an administrator has set.</summary>
    public SnippetSwitch SetFor(TenantId tenant) => set.GetValueOrDefault(tenant) ?? SnippetSwitch.Running;

    /// <summary>What holds for the tenant's pages.</summary>
    public SnippetSwitch Of(TenantId tenant) => tenants.Find(tenant)?.Snippet is { } operators
        ? SetFor(tenant).And(new SnippetSwitch(operators.Off, operators.Pages, operators.Percent))
        : SetFor(tenant);

    public async Task SetAsync(Administrator who, SnippetSwitch stopped)
    {
        var detail = $"off={stopped.Off} percent={stopped.Percent} pages={string.Join(' ', stopped.Pages)}";
        await store.SaveAsync(stopped, new TenantAct(who.Tenant, "snippet-switched", who.Subject, detail));
        set = await store.ReadAsync(CancellationToken.None);
        logger.Switched(who.Tenant, stopped.Off, stopped.Pages.Count, stopped.Percent);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        set = await store.ReadAsync(cancellationToken);
        timer = time.CreateTimer(_ => _ = SweepAsync(), null, Interval, Interval);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => timer?.Dispose();

    private async Task SweepAsync()
    {
        try
        {
            foreach (var live in StoppedForLong().SelectMany(tenant => sessions.All.Where(live => live.Current.Tenant == tenant)).ToList())
                await live.ApplyAsync(session => session.End(EndReason.Expired, time), CancellationToken.None);
        }
        catch (Exception error)
        {
            logger.NotEnded(error);
        }
    }

    private List<TenantId> StoppedForLong()
    {
        lock (off)
        {
            var now = time.GetUtcNow();
            foreach (var id in tenants.All.Keys.Select(key => new TenantId(key)))
            {
                if (!Of(id).Off)
                    off.Remove(id);
                else
                    off.TryAdd(id, now);
            }

            return [.. off.Where(tenant => now - tenant.Value >= Patience - Interval).Select(tenant => tenant.Key)];
        }
    }
}
