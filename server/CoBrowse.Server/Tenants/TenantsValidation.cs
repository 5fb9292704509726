using CoBrowse.Server.Masking;
using CoBrowse.Server.Snippet;
using CoBrowse.Sessions;
using CoBrowse.Storage.Tenants;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Tenants;

/// <summary>Names every mistake in the tenants at once.</summary>
internal sealed class TenantsValidation(IHostEnvironment environment) : IValidateOptions<TenantsOptions>
{
    public ValidateOptionsResult Validate(string? name, TenantsOptions options)
    {
        var mistakes = options.Tenants.SelectMany(tenant => MistakesOf($"Tenants:{tenant.Key}", tenant.Value)).ToList();
        if (options.Tenants.Count == 0)
            mistakes.Add("Tenants: at least one tenant is needed.");
        mistakes.AddRange(SharedIssuers(options));
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    // Without it an agent of one tenant would be let in as an agent of another.
    private static IEnumerable<string> SharedIssuers(TenantsOptions options) => options.Tenants
        .GroupBy(tenant => tenant.Value.Issuer.Authority.TrimEnd('/'), StringComparer.Ordinal)
        .Where(sharing => sharing.Count() > 1)
        .SelectMany(sharing => sharing.Where(tenant => string.IsNullOrEmpty(tenant.Value.Issuer.TenantClaim)
            || sharing.Count(other => Claimed(other) == Claimed(tenant)) > 1))
        .Select(tenant => $"Tenants:{tenant.Key}:Issuer:TenantClaim and TenantValue must tell this tenant's agents from those of others at the same issuer.");

    private static (string?, string) Claimed(KeyValuePair<string, TenantOptions> tenant) =>
        (tenant.Value.Issuer.TenantClaim, tenant.Value.Issuer.TenantValue ?? tenant.Key);

    private IEnumerable<string> MistakesOf(string section, TenantOptions tenant)
    {
        if (tenant.Origins.Count == 0)
            yield return $"{section}:Origins must name the origins of the portal.";
        for (var index = 0; index < tenant.Origins.Count; index++)
        {
            var pattern = OriginPattern.Parse(tenant.Origins[index]);
            if (pattern is null)
                yield return $"{section}:Origins:{index} must be a web origin such as https://bank.example, without a path.";
            else if (pattern.Value.Port is null && !environment.IsDevelopment())
                yield return $"{section}:Origins:{index} has the port '*', which only Development allows.";
        }

        if (tenant.StartPage.Length > 0
            && !(Uri.TryCreate(tenant.StartPage, UriKind.Absolute, out var page)
                && page.Fragment.Length == 0
                && !tenant.StartPage.Contains('#', StringComparison.Ordinal)
                && tenant.Origins.Any(origin => OriginPattern.Parse(origin)?.Matches(page.GetLeftPart(UriPartial.Authority)) == true)))
        {
            yield return $"{section}:StartPage must be the address of a page at one of the Origins, without a fragment.";
        }

        foreach (var mistake in tenant.Customers.Mistakes())
            yield return $"{section}:Customers:{mistake}";
        foreach (var mistake in tenant.WatchQuery.Mistakes())
            yield return $"{section}:WatchQuery:{mistake}";
        for (var index = 0; index < tenant.WithheldPages.Count; index++)
        {
            if (PageGlob.MistakeIn(tenant.WithheldPages[index]) is { } mistake)
                yield return $"{section}:WithheldPages:{index} {mistake}.";
        }

        if (!WordList.Known.Contains(tenant.WordsLanguage, StringComparer.OrdinalIgnoreCase))
            yield return $"{section}:WordsLanguage must be one of {string.Join(", ", WordList.Known)}.";
        foreach (var mistake in PolicyReader.Read(PolicyDocument.From(tenant.Masking).ToBytes()).Mistakes)
            yield return $"{section}:Masking: {mistake}";
        foreach (var mistake in SnippetSwitchEndpoints.MistakesIn(new SnippetSwitch(tenant.Snippet.Off, tenant.Snippet.Pages, tenant.Snippet.Percent)))
            yield return $"{section}:Snippet: {mistake}";
        foreach (var mistake in tenant.Retention.Mistakes())
            yield return $"{section}:Retention: {mistake}";
        foreach (var mistake in tenant.Guidance.Mistakes())
            yield return $"{section}:Guidance:{mistake}";
        var issuer = tenant.Issuer;
        if (string.IsNullOrWhiteSpace(issuer.Audience))
            yield return $"{section}:Issuer:Audience must be the audience of agents' access tokens.";
        if (string.IsNullOrWhiteSpace(issuer.ClientId))
            yield return $"{section}:Issuer:ClientId must be the console's client id.";
        if (string.IsNullOrEmpty(issuer.IntrospectionClientId) != string.IsNullOrEmpty(issuer.IntrospectionSecret))
            yield return $"{section}:Issuer:IntrospectionClientId and IntrospectionSecret go together.";
        else if (issuer.Authority == IssuerOptions.Development && !string.IsNullOrEmpty(issuer.IntrospectionClientId))
            yield return $"{section}:Issuer:IntrospectionClientId is for an issuer that can be asked, which the development issuer cannot.";
        if (issuer.Authority == IssuerOptions.Development)
        {
            if (!environment.IsDevelopment())
                yield return $"{section}:Issuer:Authority is the development issuer, which only Development allows.";
        }
        else if (!Uri.TryCreate(issuer.Authority, UriKind.Absolute, out var authority)
            || !(authority.Scheme == "https" || (authority.Scheme == "http" && environment.IsDevelopment())))
        {
            yield return $"{section}:Issuer:Authority must be the https address of an OIDC issuer.";
        }

        foreach (var algorithm in issuer.Algorithms)
        {
            if (!AgentAlgorithms.Known.Contains(algorithm))
                yield return $"{section}:Issuer:Algorithms: {algorithm} is not one of {string.Join(", ", AgentAlgorithms.Known)}.";
        }
    }
}
