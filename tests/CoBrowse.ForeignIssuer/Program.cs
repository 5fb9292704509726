using CoBrowse.Tests.ForeignIssuer;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

var builder = WebApplication.CreateBuilder(args);
var issuer = new IssuerOptions
{
    Issuer = builder.Configuration.GetValue<Uri>("Issuer")!,
    Console = builder.Configuration.GetValue<Uri>("Console")!,
};
await using var store = new SqliteConnection("Data Source=:memory:");
await store.OpenAsync();

builder.Services.AddSingleton<PeopleDirectory>();
builder.Services.AddDbContext<IssuerStore>(options => options.UseSqlite(store).UseOpenIddict());
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options => options.LoginPath = "/sign-in");
builder.Services.AddCors(options => options.AddDefaultPolicy(policy =>
    policy.WithOrigins(issuer.Console.GetLeftPart(UriPartial.Authority)).AllowAnyHeader()));
builder.Services.AddOpenIddict()
    .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IssuerStore>())
    .AddServer(server => server
        .SetIssuer(issuer.Issuer)
        .SetAuthorizationEndpointUris("connect/authorize")
        .SetTokenEndpointUris("connect/token")
        .SetEndSessionEndpointUris("connect/end")
        .SetIntrospectionEndpointUris("connect/introspect")
        .AllowAuthorizationCodeFlow()
        .AllowRefreshTokenFlow()
        .RequireProofKeyForCodeExchange()
        .RegisterScopes(Scopes.Profile, Scopes.OfflineAccess, "co-browsing", "mail")
        .SetAccessTokenLifetime(TimeSpan.FromMinutes(5))
        .AddEphemeralEncryptionKey()
        .AddEphemeralSigningKey()
        .DisableAccessTokenEncryption()
        .UseAspNetCore()
        .DisableTransportSecurityRequirement()
        .EnableAuthorizationEndpointPassthrough()
        .EnableTokenEndpointPassthrough()
        .EnableEndSessionEndpointPassthrough());

var app = builder.Build();
await IssuerStore.PrepareAsync(app.Services, issuer);
app.UseCors();
app.UseAuthentication();
app.MapIssuer();
await app.RunAsync();
