namespace CoBrowse.Protocol.Generator;

/// <summary>Finds the folder that holds <c>CoBrowse.sln</c>.</summary>
public static class RepositoryRoot
{
    /// <summary>The nearest folder at or above <paramref name="start"/> with <c>CoBrowse.sln</c> in it.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above holds the solution.</exception>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CoBrowse.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder at or above '{start}' holds CoBrowse.sln.");
    }
}
