using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CoBrowse.Sessions;

namespace CoBrowse.Storage.Keys;

/// <summary>
/// Seals the texts of one session under one of its keys, by AES-GCM. A sealed text opens only in the place that it was
/// sealed for, and is as long as that of any other text of about its length. Without a key, sealed texts are erased.
/// </summary>
internal sealed class TextSeal(SessionId session, byte[]? key)
{
    /// <summary>How a sealed text begins. What does not is from before texts were sealed.</summary>
    public const string Mark = "sealed:1:";

    private const int Nonce = 12;
    private const int Tag = 16;
    private const int Step = 32;

    // Behind the text, before the zeros that fill it up.
    private const byte End = 0x80;

    public bool Erased => key is null;

    public static bool IsSealed(string? text) => text?.StartsWith(Mark, StringComparison.Ordinal) == true;

    /// <summary>Nothing stays nothing.</summary>
    public string? Seal(string? plain, string place)
    {
        if (plain is null)
            return null;
        var length = Encoding.UTF8.GetByteCount(plain);
        var filled = new byte[((length / Step) + 1) * Step];
        Encoding.UTF8.GetBytes(plain, filled);
        filled[length] = End;
        var bytes = new byte[Nonce + filled.Length + Tag];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, Nonce));
        using var cipher = new AesGcm(key ?? throw new InvalidOperationException("The key was erased."), Tag);
        cipher.Encrypt(
            bytes.AsSpan(0, Nonce), filled, bytes.AsSpan(Nonce, filled.Length), bytes.AsSpan(Nonce + filled.Length), Associated(place));
        return Mark + Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null: nothing, or erased.</summary>
    /// <exception cref="CryptographicException">It was changed, or sealed for another place or by another key.</exception>
    public string? Open(string? text, string place)
    {
        if (!IsSealed(text))
            return text;
        if (key is null)
            return null;
        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(text.AsSpan(Mark.Length));
        }
        catch (FormatException error)
        {
            throw new CryptographicException("This is no sealed text.", error);
        }

        if (bytes.Length < Nonce + Step + Tag)
            throw new CryptographicException("This is no sealed text.");
        var plain = new byte[bytes.Length - Nonce - Tag];
        using var cipher = new AesGcm(key, Tag);
        cipher.Decrypt(
            bytes.AsSpan(0, Nonce), bytes.AsSpan(Nonce, plain.Length), bytes.AsSpan(Nonce + plain.Length), plain, Associated(place));
        return Encoding.UTF8.GetString(plain, 0, plain.AsSpan().LastIndexOf(End));
    }

    private byte[] Associated(string place) => FieldBytes.Of(session.ToString(), place);
}
