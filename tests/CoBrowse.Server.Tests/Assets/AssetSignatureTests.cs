using System.Text;
using CoBrowse.Server.Assets;

namespace CoBrowse.Server.Tests.Assets;

public sealed class AssetSignatureTests
{
    [Theory]
    [InlineData("body { color: red }", "text/css")]
    [InlineData("BM { color: red } true, OTTO { }", "text/css")]
    [InlineData("<!-- old habit --> b { }", "text/css")]
    [InlineData("@charset \"UTF-8\"; a::before { content: '✓ ü' }", "text/css")]
    [InlineData("", "text/css")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")]
    [InlineData("\ufeff \n<!-- by hand --><svg/>", "image/svg+xml")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE svg><svg/>", "image/svg+xml")]
    public void Text_is_a_drawing_or_a_style_sheet(string text, string type) =>
        Assert.Equal(type, AssetSignature.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("89504E470D0A1A0A0000", "image/png")]
    [InlineData("FFD8FFE000104A46", "image/jpeg")]
    [InlineData("47494638396101000100800000", "image/gif")]
    [InlineData("524946461A00000057454250565038", "image/webp")]
    [InlineData("5249464624000000574156456600", "audio/wav")]
    [InlineData("0000001C6674797061766966", "image/avif")]
    [InlineData("0000001C6674797069736F6D", "video/mp4")]
    [InlineData("424D460000000000", "image/bmp")]
    [InlineData("00000100010010100000", "image/x-icon")]
    [InlineData("774F463200010000", "font/woff2")]
    [InlineData("774F464600010000", "font/woff")]
    [InlineData("4F54544F0009008000", "font/otf")]
    [InlineData("0001000000120100", "font/ttf")]
    [InlineData("1A45DFA39F4286810142", "video/webm")]
    [InlineData("4F676753000200000000", "video/ogg")]
    [InlineData("49443304000000000000", "audio/mpeg")]
    [InlineData("FFFB9064000000", "audio/mpeg")]
    public void Other_formats_are_known_by_their_signature(string hex, string type) =>
        Assert.Equal(type, AssetSignature.Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("0102030405")]
    [InlineData("7F454C4602010100")]
    [InlineData("25504446FF00")]
    [InlineData("FFFE3C00730076006700")]
    public void Other_bytes_prove_nothing(string hex) => Assert.Null(AssetSignature.Read(Convert.FromHexString(hex)));

    [Fact]
    public void A_head_that_cuts_a_character_in_two_is_still_text() =>
        Assert.Equal("text/css", AssetSignature.Read(Encoding.UTF8.GetBytes("a { content: '€' }").AsSpan(0, 15)));
}
