using System.Text;
using CoBrowse.Server.Storage;
using CoBrowse.Sessions;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Assets;

/// <summary>
/// The tenants' public assets, kept within their bounds: what nobody has used for long goes, and where there is too
/// much, what was used longest ago. A file's time says when it was last used, to the hour.
/// </summary>
internal sealed class PublicAssets(DataFolder data, IOptions<AssetOptions> options, TimeProvider time, ILogger<PublicAssets> logger)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> sizes = new(StringComparer.Ordinal);
    private ITimer? timer;

    public string FileOf(TenantId tenant, AssetHash hash) => Path.Combine(FolderOf(tenant), hash.Value[..2], hash.Value);

    /// <summary>Notes that a page or an agent has use for the file.</summary>
    public void Used(string file)
    {
        var now = time.GetUtcNow().UtcDateTime;
        try
        {
            if (now - File.GetLastWriteTimeUtc(file) >= Interval)
                File.SetLastWriteTimeUtc(file, now);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Swept away at this moment, or read-only: then it is as old as it looks.
        }
    }

    /// <summary>Notes that the file has come, and makes room where it is one too many.</summary>
    public void Stored(TenantId tenant, string file)
    {
        File.SetLastWriteTimeUtc(file, time.GetUtcNow().UtcDateTime);
        var folder = FolderOf(tenant);
        lock (gate)
        {
            if (!sizes.TryGetValue(folder, out var size))
                Sweep(folder);
            else if ((sizes[folder] = size + new FileInfo(file).Length) > options.Value.PublicBytes)
                Sweep(folder);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        timer = time.CreateTimer(_ => SweepAll(), null, Interval, Interval);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => timer?.Dispose();

    private void SweepAll()
    {
        lock (gate)
        {
            foreach (var folder in Directory.EnumerateDirectories(data.Folder("assets", "public")))
                Sweep(folder);
        }
    }

    private void Sweep(string folder)
    {
        try
        {
            var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.LastWriteTimeUtc).ToList();
            var size = files.Sum(file => file.Length);
            var stale = time.GetUtcNow().UtcDateTime - options.Value.PublicUnused;
            // Below the bound by a tenth, so that not every further file sweeps again.
            var room = size > options.Value.PublicBytes ? options.Value.PublicBytes / 10 * 9 : size;
            foreach (var file in files.TakeWhile(file => file.LastWriteTimeUtc <= stale || size > room))
            {
                size -= file.Length;
                file.Delete();
            }

            sizes[folder] = size;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            logger.SweepFailed(error);
        }
    }

    // A tenant's id comes from the configuration and may hold what a file name may not.
    private string FolderOf(TenantId tenant) =>
        data.Folder("assets", "public", Convert.ToHexStringLower(Encoding.UTF8.GetBytes(tenant.Value)));
}
