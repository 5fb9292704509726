using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Storage;

/// <summary>Everything that lasts on this node's disk.</summary>
internal sealed class DataFolder
{
    public DataFolder(IOptions<StorageOptions> options, IHostEnvironment environment)
    {
        Root = Path.GetFullPath(options.Value.Path, environment.ContentRootPath);
        Directory.CreateDirectory(Root);
    }

    /// <summary>Its path.</summary>
    public string Root { get; }

    public string Database => Path.Combine(Root, "cobrowse.db");

    /// <summary>A folder below, made if it is missing.</summary>
    public string Folder(params string[] names) =>
        Directory.CreateDirectory(Path.Combine([Root, .. names])).FullName;

    /// <summary>A secret that only this account may read, written once and kept.</summary>
    public byte[] Secret(string name, Func<byte[]> make)
    {
        var file = Path.Combine(Folder("keys"), name);
        if (File.Exists(file))
            return File.ReadAllBytes(file);
        var secret = make();
        // Written aside and moved, so that a crash never leaves half a key.
        var aside = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(aside, options))
            stream.Write(secret);
        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside);
            return File.ReadAllBytes(file);
        }

        return secret;
    }
}
