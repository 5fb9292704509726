using Microsoft.Extensions.FileProviders;

namespace CoBrowse.Server.DemoPortal;

/// <summary>The demo bank's files. Its pages say <c>%COBROWSE_SERVER%</c> for the address of the server.</summary>
internal sealed class DemoPages(IFileProvider files)
{
    private const string Placeholder = "%COBROWSE_SERVER%";

    /// <summary>The page at <paramref name="path"/>, where <c>/accounts</c> means <c>/accounts.html</c>.</summary>
    public async Task<string?> FindAsync(string path, string server, CancellationToken cancellationToken)
    {
        var name = path.EndsWith('/') ? path + "index.html" : path;
        var file = files.GetFileInfo(name);
        if (!name.EndsWith(".html", StringComparison.Ordinal))
            file = files.GetFileInfo(name + ".html");
        if (!file.Exists || file.IsDirectory)
            return null;
        using var reader = new StreamReader(file.CreateReadStream());
        return (await reader.ReadToEndAsync(cancellationToken)).Replace(Placeholder, server, StringComparison.Ordinal);
    }
}
