using CoBrowse.Protocol;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CoBrowse.Server.Identity;

/// <summary>Reads an agent out of an issuer's token, as the tenant's options say.</summary>
internal static class AgentClaims
{
    public static Caller? Read(JsonWebToken token, TenantId tenant, IssuerOptions issuer)
    {
        if (issuer.TenantClaim is { } claim && !Values(token, claim).Contains(issuer.TenantValue ?? tenant.Value))
            return null;
        var roles = Values(token, issuer.RoleClaim);
        ParticipantRole? role = roles.Contains(issuer.SupervisorRole) ? ParticipantRole.Supervisor
            : roles.Contains(issuer.AgentRole) ? ParticipantRole.Agent
            : null;
        var administers = roles.Contains(issuer.AdministratorRole);
        if ((role is null && !administers) || string.IsNullOrEmpty(token.Subject))
            return null;
        var name = Values(token, issuer.NameClaim) is [var given, ..] ? given : token.Subject;
        var expires = new DateTimeOffset(token.ValidTo, TimeSpan.Zero);
        if (role is null)
            return new Caller.Administrator(tenant, expires, token.Subject, Clip(name));
        var title = Values(token, issuer.TitleClaim) is [var first, ..] ? first : null;
        return new Caller.Agent(
            tenant,
            expires,
            new AgentIdentity(token.Subject, Clip(name), title is null ? null : Clip(title), role.Value),
            roles,
            administers);
    }

    /// <summary>A claim's values, whether it is one string or a list.</summary>
    public static IReadOnlyList<string> Values(JsonWebToken token, string claim) =>
        [.. token.Claims.Where(given => given.Type == claim).Select(given => given.Value)];

    // Shown to the customer in a question: a name is no place for a story.
    private static string Clip(string text) => text.Length <= 80 ? text : text[..80];
}
