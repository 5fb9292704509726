using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoBrowse.Server.Tenants;

namespace CoBrowse.Server.Masking;

/// <summary>What a tenant's customers' browsers may show, as the snippet reads it. Made by <see cref="PolicyReader"/>.</summary>
internal sealed record PolicyDocument
{
    /// <summary>The version of this format.</summary>
    public const int Format = 1;

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // It is read by JSON.parse alone, and selectors are full of quotes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What holds where no policy can be trusted.</summary>
    public static PolicyDocument Strict { get; } = new();

    public int Version { get; } = Format;

    /// <summary><c>strict</c> or <c>standard</c>.</summary>
    public string Text { get; init; } = "strict";

    public IReadOnlyList<string> Allow { get; init; } = [];

    public IReadOnlyList<string> Mask { get; init; } = [];

    public IReadOnlyList<string> Block { get; init; } = [];

    public IReadOnlyList<PolicyRule>? Rules { get; init; }

    public IReadOnlyList<string>? Patterns { get; init; }

    public IReadOnlyList<PolicyClass>? Classes { get; init; }

    /// <summary>As the configuration has it. Not checked yet.</summary>
    public static PolicyDocument From(MaskingOptions options) => new()
    {
        Text = options.Text,
        Allow = options.Allow,
        Mask = options.Mask,
        Block = options.Block,
        Rules = options.Rules.Count == 0 ? null : [.. options.Rules.Select(rule => new PolicyRule
        {
            Select = rule.Select,
            Page = rule.Page,
            Effect = rule.Effect,
            Attribute = rule.Attribute,
            Rights = rule.Rights.Count == 0 ? null : rule.Rights,
            Class = rule.Class,
        })],
        Patterns = options.Patterns.Count == 0 ? null : options.Patterns,
        Classes = options.Classes.Count == 0 ? null : [.. options.Classes.Select(shown => new PolicyClass
        {
            Class = shown.Class,
            Name = shown.Name,
            Roles = shown.Roles,
        })],
    };

    /// <summary>The exact bytes that are stored, hashed, signed and sent.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
