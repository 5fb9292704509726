namespace CoBrowse.Gateway.Policies;

/// <summary>One Content-Security-Policy: its directives in order, names in lower case, the first of a name counts.</summary>
internal sealed class ContentSecurityPolicy
{
    private readonly List<(string Name, List<string> Sources)> _directives = [];

    private ContentSecurityPolicy() { }

    public static ContentSecurityPolicy Parse(string text)
    {
        var policy = new ContentSecurityPolicy();
        foreach (var directive in text.Split(';'))
        {
            var words = directive.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && policy.Find(words[0].ToLowerInvariant()) is null)
                policy._directives.Add((words[0].ToLowerInvariant(), [.. words.Skip(1)]));
        }

        return policy;
    }

    /// <summary>The sources of the first of these directives that the policy has; null where it says nothing.</summary>
    public List<string>? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var directive in _directives)
            {
                if (directive.Name == name)
                    return directive.Sources;
            }
        }

        return null;
    }

    /// <summary>
    /// Adds sources to the directive that governs a kind of load. Where only default-src governs it, the directive is
    /// added with its sources, so that nothing else becomes allowed.
    /// </summary>
    public void Allow(string directive, List<string> governing, IEnumerable<string> sources)
    {
        if (Find(directive) is not { } own)
            _directives.Add((directive, own = [.. governing]));
        own.RemoveAll(source => source.Equals("'none'", StringComparison.OrdinalIgnoreCase));
        own.AddRange(sources.Where(source => !own.Contains(source, StringComparer.OrdinalIgnoreCase)));
    }

    public override string ToString() => string.Join("; ", _directives.Select(d => string.Join(' ', d.Sources.Prepend(d.Name))));
}
