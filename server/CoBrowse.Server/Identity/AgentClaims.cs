using CoBrowse.Protocol;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CoBrowse.Server.Identity;

/// <summary>Reads an agent out of an issuer's token, as the tenant's options say.</summary>
internal static class AgentClaims
{
    public static Caller.Agent? Read(JsonWebToken token, TenantId tenant, IssuerOptions issuer)
    {
        if (issuer.TenantClaim is { } claim && !Values(token, claim).Contains(issuer.TenantValue ?? tenant.Value))
            return null;
        var roles = Values(token, issuer.RoleClaim);
        ParticipantRole? role = roles.Contains(issuer.SupervisorRole) ? ParticipantRole.Supervisor
            : roles.Contains(issuer.AgentRole) ? ParticipantRole.Agent
            : null;
        if (role is null || string.IsNullOrEmpty(token.Subject))
            return null;
        var name = Values(token, issuer.NameClaim) is [var given, ..] ? given : token.Subject;
        var title = Values(token, issuer.TitleClaim) is [var first, ..] ? first : null;
        return new Caller.Agent(
            tenant,
            new DateTimeOffset(token.ValidTo, TimeSpan.Zero),
            new AgentIdentity(token.Subject, Clip(name), title is null ? null : Clip(title), role.Value));
    }

    /// <summary>A claim's values, whether it is one string or a list.</summary>
    public static IReadOnlyList<string> Values(JsonWebToken token, string claim) =>
        [.. token.Claims.Where(given => given.Type == claim).Select(given => given.Value)];

    // Shown to the customer in a question: a name is no place for a story.
    private static string Clip(string text) => text.Length <= 80 ? text : text[..80];
}
