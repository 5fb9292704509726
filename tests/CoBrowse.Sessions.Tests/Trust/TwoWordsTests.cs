namespace CoBrowse.Sessions.Tests.Trust;

public sealed class TwoWordsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void A_list_has_256_different_short_words(string language)
    {
        var words = WordList.Of(language);
        Assert.Equal(WordList.Count, words.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(WordList.Count, words.Count);
        Assert.All(words, word => Assert.True(word.Length is >= 2 and <= 10 && word.All(char.IsLetter), word));
    }

    [Fact]
    public void They_differ_from_session_to_session_and_from_each_other()
    {
        var drawn = Enumerable.Range(0, 400).Select(_ => TwoWords.Draw("en")).ToList();
        Assert.All(drawn, words => Assert.NotEqual(words.First, words.Second));
        Assert.All(drawn, words => Assert.Equal($"{words.First} {words.Second}", words.Shown));
        // 400 of 65,280 pairs: that fewer than 380 differ does not happen.
        Assert.True(drawn.Distinct().Count() > 380);
        Assert.True(drawn.SelectMany(words => (string[])[words.First, words.Second]).Distinct().Count() > 200);
    }

    [Fact]
    public void Whoever_writes_a_session_down_does_not_write_the_words()
    {
        var session = Session.Create(
            new NewSession(new TenantId("demo"), "https://bank.example", null), new SessionCode("123456"), new SessionRules(), new ManualTime());
        Assert.DoesNotContain(session.Words!.Shown, session.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(session.Words.Shown, $"{session.Words}", StringComparison.Ordinal);
    }
}
