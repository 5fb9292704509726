namespace CoBrowse.Server.Tenants;

/// <summary>Signatures that an agent's token may carry. All asymmetric: an issuer's secret is never ours to know.</summary>
internal static class AgentAlgorithms
{
    public static IReadOnlyList<string> Known { get; } =
        ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    public static IReadOnlyList<string> Default { get; } = ["RS256", "PS256", "ES256"];
}
