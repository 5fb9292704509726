using System.Text;
using System.Text.RegularExpressions;

namespace CoBrowse.Server.Masking;

/// <summary>A pattern over a page's path: <c>*</c> stands for any run of characters.</summary>
internal static class PageGlob
{
    private const int Longest = 500;

    /// <summary>What is wrong, as the end of a sentence that begins with its place; null: nothing.</summary>
    public static string? MistakeIn(string glob) => glob switch
    {
        { Length: 0 or > Longest } => $"must have 1 to {Longest} characters",
        _ when glob[0] is not ('/' or '*') => "must begin with / or *",
        _ when glob.AsSpan().ContainsAny('?', '#') => "is over the path alone, without query and fragment",
        _ => null,
    };

    /// <summary>Any of the globs, over the whole path.</summary>
    public static string ToRegex(IEnumerable<string> globs) => $"^(?:{string.Join('|', globs.Select(ToRegex))})$";

    /// <summary>The glob as a regular expression that JavaScript reads too, without anchors.</summary>
    public static string ToRegex(string glob)
    {
        var text = new StringBuilder();
        foreach (var letter in glob)
            text.Append(letter == '*' ? ".*" : Regex.Escape(letter.ToString()));
        return text.ToString();
    }
}
