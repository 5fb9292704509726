using CoBrowse.Server.Storage;
using CoBrowse.Server.WebFiles;
using Microsoft.Extensions.FileProviders;

namespace CoBrowse.Server.Snippet;

/// <summary>
/// The snippet's files, those of former builds included: a portal that pins a loader by its hash keeps it, and what it
/// loads, over updates of the server.
/// </summary>
internal sealed class SnippetArchive(WebFolder web, DataFolder data, TimeProvider time)
{
    /// <summary>How long a build can be fetched after the server last started with it.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    // The only fixed names; all others hold a hash of what they contain.
    private static readonly string[] Changing = ["cobrowse.js", "manifest.json"];

    public static bool Changes(string name) => Changing.Contains(CompressedFiles.Plain(name).Name, StringComparer.Ordinal);

    /// <summary>Keeps the present build, lets go of old ones and answers all that can be fetched.</summary>
    public IFileProvider Open()
    {
        var present = web.Part("snippet");
        var folder = data.Folder("snippet");
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var file in present.GetDirectoryContents(string.Empty).Where(file => !file.IsDirectory && !Changes(file.Name)))
        {
            var kept = Path.Combine(folder, file.Name);
            Copy(file, kept);
            File.SetLastWriteTimeUtc(kept, now);
        }

        foreach (var old in Directory.EnumerateFiles(folder).Where(file => now - File.GetLastWriteTimeUtc(file) > Kept).ToList())
            File.Delete(old);
        return new CompositeFileProvider(present, new PhysicalFileProvider(folder));
    }

    private static void Copy(IFileInfo file, string kept)
    {
        if (File.Exists(kept) && new FileInfo(kept).Length == file.Length)
            return;
        // Written aside and moved, so that a crash never leaves half a file under a name that promises all of it.
        var aside = $"{kept}.{Guid.NewGuid():N}";
        using (var source = file.CreateReadStream())
        using (var target = File.Create(aside))
            source.CopyTo(target);
        File.Move(aside, kept, overwrite: true);
    }
}
