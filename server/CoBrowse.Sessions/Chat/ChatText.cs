using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>What may be written in a chat.</summary>
public static class ChatText
{
    private const int LongestId = 64;

    /// <summary>The text as it is kept and shown, or why it is not.</summary>
    public static (string? Text, Refusal? Refusal) Read(string? id, string? text)
    {
        if (string.IsNullOrEmpty(id) || id.Length > LongestId || text is null)
            return (null, Refusal.InvalidRequest);
        if (text.Length > ProtocolLimits.ChatTextLength)
            return (null, Refusal.TooLarge);
        // Line ends are one character everywhere; what has no shape and turns what surrounds it only deceives.
        var read = new string([.. text.ReplaceLineEndings("\n").Where(each => !Deceives(each))]).Trim();
        return read.Length == 0 || read.Any(each => char.IsControl(each) && each is not ('\n' or '\t'))
            ? (null, Refusal.InvalidRequest)
            : (read, null);
    }

    /// <summary>
    /// Embeddings, overrides and isolates of writing direction, and spaces without a width. Joiners stay: Persian and
    /// emoji are made of them.
    /// </summary>
    internal static bool Deceives(char each) =>
        each is '\u200b' or '\u2060' or '\ufeff' or '\u00ad' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u061c';
}
