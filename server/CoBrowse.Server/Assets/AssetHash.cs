namespace CoBrowse.Server.Assets;

/// <summary>The SHA-256 of an asset's bytes, as 64 lower-case hex digits. Safe in a file name by its form.</summary>
internal readonly record struct AssetHash
{
    private AssetHash(string value) => Value = value;

    public string Value { get; }

    public static AssetHash? Parse(string? text) =>
        text is { Length: 64 } && text.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f')) ? new AssetHash(text) : null;

    public static AssetHash Of(ReadOnlySpan<byte> digest) => new(Convert.ToHexStringLower(digest));

    public override string ToString() => Value;
}
