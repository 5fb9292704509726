using CoBrowse.Protocol.Generator;

var root = args.Length > 0 ? args[0] : RepositoryRoot.Find(Environment.CurrentDirectory);
foreach (var (path, text) in GeneratedSources.All(root))
{
    var target = Path.Combine(root, path);
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    await File.WriteAllTextAsync(target, text);
    Console.WriteLine(path);
}
