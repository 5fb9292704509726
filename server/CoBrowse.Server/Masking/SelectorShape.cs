namespace CoBrowse.Server.Masking;

/// <summary>
/// What can be told of a CSS selector without a browser. What a browser does not understand after all makes its policy
/// the strict one, so a mistake that passes here shows nothing.
/// </summary>
internal static class SelectorShape
{
    private const int Longest = 1000;

    /// <summary>What is wrong, as the end of a sentence that begins with its place; null: nothing found.</summary>
    public static string? MistakeIn(string selector)
    {
        if (string.IsNullOrWhiteSpace(selector) || selector.Length > Longest)
            return $"must be a CSS selector of 1 to {Longest} characters";
        var open = new Stack<char>();
        var quote = '\0';
        for (var index = 0; index < selector.Length; index++)
        {
            var letter = selector[index];
            if (letter == '\\')
                index++;
            else if (quote != '\0')
                quote = letter == quote ? '\0' : quote;
            else if (letter is '"' or '\'')
                quote = letter;
            else if (letter is '(' or '[')
                open.Push(letter == '(' ? ')' : ']');
            else if (letter is ')' or ']' && !(open.TryPop(out var closing) && closing == letter))
                return "has a bracket that nothing opens";
            else if (letter is '{' or '}' or ';' or '@' && open.Count == 0)
                return $"has a '{letter}', which no selector has";
        }

        if (quote != '\0' || open.Count > 0)
            return "leaves a bracket or a quotation open";
        var ends = selector.Trim();
        return ends[0] is ',' or '>' or '+' or '~' || ends[^1] is ',' or '>' or '+' or '~'
            ? "begins or ends with a comma or a combinator"
            : null;
    }
}
