using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.WebFiles;

/// <summary>What the TypeScript builds have made.</summary>
internal sealed class WebFolder(IOptions<WebOptions> options, ILogger<WebFolder> logger)
{
    /// <summary>The files of one part. Says so where they were not built.</summary>
    public IFileProvider Part(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(options.Value.Path, name));
        if (Directory.Exists(folder))
            return new PhysicalFileProvider(folder);
        logger.NotBuilt(name, folder);
        return new NullFileProvider();
    }
}
