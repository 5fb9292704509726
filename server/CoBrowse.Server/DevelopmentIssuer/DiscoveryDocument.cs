using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.DevelopmentIssuer;

/// <summary>What <c>/.well-known/openid-configuration</c> answers.</summary>
internal sealed record DiscoveryDocument(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("authorization_endpoint")] string Authorization,
    [property: JsonPropertyName("token_endpoint")] string Token,
    [property: JsonPropertyName("jwks_uri")] string Keys,
    [property: JsonPropertyName("end_session_endpoint")] string EndSession)
{
    [JsonPropertyName("response_types_supported")]
    public IReadOnlyList<string> ResponseTypes { get; } = ["code"];

    [JsonPropertyName("grant_types_supported")]
    public IReadOnlyList<string> GrantTypes { get; } = ["authorization_code", "refresh_token"];

    [JsonPropertyName("subject_types_supported")]
    public IReadOnlyList<string> SubjectTypes { get; } = ["public"];

    [JsonPropertyName("id_token_signing_alg_values_supported")]
    public IReadOnlyList<string> Algorithms { get; } = [SecurityAlgorithms.EcdsaSha256];

    [JsonPropertyName("token_endpoint_auth_methods_supported")]
    public IReadOnlyList<string> ClientAuthentication { get; } = ["none"];

    [JsonPropertyName("code_challenge_methods_supported")]
    public IReadOnlyList<string> ChallengeMethods { get; } = ["S256"];

    [JsonPropertyName("scopes_supported")]
    public IReadOnlyList<string> Scopes { get; } = ["openid", "profile"];

    public static DiscoveryDocument At(string issuer) =>
        new(issuer, issuer + "/authorize", issuer + "/token", issuer + "/jwks", issuer + "/end");
}
