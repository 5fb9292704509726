using System.Security.Cryptography;
using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;

namespace CoBrowse.Server.Tests.Retention;

public sealed class TextSealTests
{
    private static readonly SessionId Session = new(Guid.NewGuid());
    private readonly byte[] key = RandomNumberGenerator.GetBytes(SessionKeys.KeyBytes);

    [Theory]
    [InlineData("")]
    [InlineData("mortgage")]
    [InlineData("Überweisung \0 😀 with more than thirty-two bytes of text")]
    [InlineData("a text of thirty-one bytes long")]
    [InlineData("and another one of thirty-two ..")]
    public void A_text_comes_back_as_it_was_and_no_two_seals_are_alike(string text)
    {
        var seal = new TextSeal(Session, key);
        var sealedText = seal.Seal(text, "topic");
        Assert.Equal(text, seal.Open(sealedText, "topic"));
        Assert.NotEqual(sealedText, seal.Seal(text, "topic"));
        Assert.Null(new TextSeal(Session, null).Open(sealedText, "topic"));
    }

    [Fact]
    public void It_opens_in_its_place_only_by_its_key_only_and_whole_only()
    {
        var text = new TextSeal(Session, key).Seal("mortgage", "topic")!;
        Assert.ThrowsAny<CryptographicException>(() => new TextSeal(Session, key).Open(text, "code"));
        Assert.ThrowsAny<CryptographicException>(() => new TextSeal(new SessionId(Guid.NewGuid()), key).Open(text, "topic"));
        Assert.ThrowsAny<CryptographicException>(() => new TextSeal(Session, RandomNumberGenerator.GetBytes(SessionKeys.KeyBytes)).Open(text, "topic"));
        foreach (var spoilt in (string[])[text[..^4], text[..20], TextSeal.Mark, $"{TextSeal.Mark}~~~", text[..^1] + (text[^1] == 'A' ? 'B' : 'A')])
            Assert.ThrowsAny<CryptographicException>(() => new TextSeal(Session, key).Open(spoilt, "topic"));
    }

    [Fact]
    public void Short_texts_are_sealed_alike_long_and_nothing_stays_nothing()
    {
        var seal = new TextSeal(Session, key);
        Assert.Equal(seal.Seal("Jo", "name")!.Length, seal.Seal("Alexandra Morgenstern", "name")!.Length);
        Assert.Null(seal.Seal(null, "name"));
        Assert.Equal("from before", seal.Open("from before", "name"));
    }
}
