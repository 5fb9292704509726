using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.Identity;

/// <summary>Checks a token's times by our clock. A minute's difference between clocks is forgiven at the beginning only.</summary>
internal static class TokenLifetime
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public static LifetimeValidator By(TimeProvider time) => (notBefore, expires, _, _) =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end && (notBefore is not { } begin || now + Skew >= begin);
    };
}
