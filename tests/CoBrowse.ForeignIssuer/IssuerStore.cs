using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CoBrowse.Tests.ForeignIssuer;

/// <summary>OpenIddict's own tables, and the two applications that the companies have registered.</summary>
internal sealed class IssuerStore(DbContextOptions<IssuerStore> options) : DbContext(options)
{
    public static async Task PrepareAsync(IServiceProvider services, IssuerOptions issuer)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IssuerStore>().Database.EnsureCreatedAsync();
        var scopes = scope.ServiceProvider.GetRequiredService<IOpenIddictScopeManager>();
        await scopes.CreateAsync(new OpenIddictScopeDescriptor { Name = "co-browsing", Resources = { "urn:kestrel:co-browsing" } });
        await scopes.CreateAsync(new OpenIddictScopeDescriptor { Name = "mail", Resources = { "urn:kestrel:mail" } });
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        // Who asks about tokens has to be the audience that they were made for.
        await applications.CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = "urn:kestrel:co-browsing",
            ClientSecret = "a secret: of the node's, 100 %",
            Permissions = { Permissions.Endpoints.Introspection },
        });
        await applications.CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = "kb-console-7f3a",
            ClientType = ClientTypes.Public,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { issuer.Console },
            PostLogoutRedirectUris = { issuer.Console },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile, Permissions.Prefixes.Scope + "co-browsing", Permissions.Prefixes.Scope + "mail",
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        });
    }
}
