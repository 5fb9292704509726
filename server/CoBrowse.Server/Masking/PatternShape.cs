using System.Text.RegularExpressions;

namespace CoBrowse.Server.Masking;

/// <summary>
/// What can be told of a pattern without a browser: it is JavaScript's there, and one that is not understood makes the
/// policy the strict one.
/// </summary>
internal static partial class PatternShape
{
    private const int Longest = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>What is wrong, as the end of a sentence that begins with its place; null: nothing found.</summary>
    public static string? MistakeIn(string pattern)
    {
        if (pattern.Length is 0 or > Longest)
            return $"must be a regular expression of 1 to {Longest} characters";
        if (NotOfJavaScript().IsMatch(pattern))
            return "has a construct that JavaScript's regular expressions lack";
        try
        {
            return Regex.IsMatch(string.Empty, pattern, RegexOptions.CultureInvariant, Patience)
                ? "matches the empty text"
                : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return "takes too long on the empty text already";
        }
        catch (ArgumentException)
        {
            return "is no regular expression";
        }
    }

    // Inline options, atomic groups, comments and conditions; anchors of .NET.
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*(?:\(\?(?![:=!]|<[=!]|<[A-Za-z_$])|\\[AzZG])")]
    private static partial Regex NotOfJavaScript();
}
