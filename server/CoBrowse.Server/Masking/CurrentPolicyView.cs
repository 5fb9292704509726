using System.Text.Json;

namespace CoBrowse.Server.Masking;

/// <summary>What holds now; <see cref="Trusted"/> is false where it is the strict policy in the place of a false row.</summary>
internal sealed record CurrentPolicyView(int Version, string Hash, bool Trusted, JsonElement Document)
{
    public static CurrentPolicyView Of(CurrentPolicy policy) =>
        new(policy.Version, policy.Hash, policy.Trusted, JsonElement.Parse(policy.Json));
}
