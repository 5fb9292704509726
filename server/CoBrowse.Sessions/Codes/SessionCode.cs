using System.Globalization;
using System.Security.Cryptography;
using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>Digits that a customer reads out. They pair an agent with a session and grant nothing.</summary>
public readonly record struct SessionCode(string Value)
{
    private static readonly int Codes = (int)Math.Pow(10, ProtocolLimits.CodeLength);

    /// <summary>A code that nobody can foresee.</summary>
    public static SessionCode Draw() => new(RandomNumberGenerator.GetInt32(Codes)
        .ToString(CultureInfo.InvariantCulture)
        .PadLeft(ProtocolLimits.CodeLength, '0'));

    /// <summary>What an agent typed, without the spaces and dashes that people put between digits.</summary>
    public static SessionCode? Read(string? typed)
    {
        if (typed is null || typed.Length > 4 * ProtocolLimits.CodeLength)
            return null;
        var digits = typed.Where(character => character is not (' ' or '-')).ToArray();
        return digits.Length == ProtocolLimits.CodeLength && Array.TrueForAll(digits, char.IsAsciiDigit)
            ? new SessionCode(new string(digits))
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
