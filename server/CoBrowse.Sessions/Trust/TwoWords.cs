using System.Security.Cryptography;

namespace CoBrowse.Sessions;

/// <summary>
/// Two words that one session has and that its customer and its agents see: an agent who can say them is in this very
/// session. They are drawn by chance, so neither the id nor the code tells them, and stay out of every log.
/// </summary>
public sealed record TwoWords(string First, string Second)
{
    /// <summary>Draws two different words of a language.</summary>
    public static TwoWords Draw(string language)
    {
        var words = WordList.Of(language);
        var first = RandomNumberGenerator.GetInt32(WordList.Count);
        var second = RandomNumberGenerator.GetInt32(WordList.Count - 1);
        return new TwoWords(words[first], words[second < first ? second : second + 1]);
    }

    /// <summary>As they are shown and read out.</summary>
    public string Shown => $"{First} {Second}";

    /// <summary>Not the words: a record that holds them may be written somewhere.</summary>
    public override string ToString() => "two words";
}
