using System.Text;

namespace CoBrowse.Tests.EndToEnd.Leaks;

/// <summary>The ways in which a secret may be written down.</summary>
internal static class Spellings
{
    /// <summary>Whether <paramref name="bytes"/> hold <paramref name="secret"/> in any of them.</summary>
    public static bool Hold(byte[] bytes, string secret) => Of(secret).Any(spelling => bytes.AsSpan().IndexOf(spelling) >= 0);

    private static IEnumerable<byte[]> Of(string secret)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        yield return plain;
        yield return [.. plain.Reverse()];
        yield return Encoding.Unicode.GetBytes(secret);
        yield return Encoding.UTF8.GetBytes(secret.ToUpperInvariant());
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(plain));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(plain));
        yield return Encoding.ASCII.GetBytes(string.Concat(plain.Select(each => $"%{each:X2}")));
        yield return Encoding.ASCII.GetBytes(string.Concat(plain.Select(each => $"&#{each};")));
        // In base64 a text looks different at each of three offsets, and only its middle stays.
        for (var offset = 0; offset < 3; offset++)
        {
            var padded = Convert.ToBase64String([.. new byte[offset], .. plain, 0, 0]);
            yield return Encoding.ASCII.GetBytes(padded.Substring(offset == 0 ? 0 : 4, (plain.Length - 3) / 3 * 4));
        }
    }
}
