using System.Net.Mime;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CoBrowse.Tests.ForeignIssuer;

/// <summary>What OpenIddict leaves to its host: who somebody is, and what is said of them.</summary>
internal static class IssuerEndpoints
{
    private const string Protocol = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
    private const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;

    public static void MapIssuer(this WebApplication app)
    {
        app.MapGet("/sign-in", () => Results.Content(SignInPage, MediaTypeNames.Text.Html));
        app.MapPost("/sign-in", SignInAsync);
        app.MapGet("/connect/authorize", AuthorizeAsync);
        app.MapPost("/connect/token", RedeemAsync);
        app.MapGet("/connect/end", () => Results.SignOut(null, [Cookie, Protocol]));
        // The administrator of the directory is another person than whoever runs our node.
        app.MapPost("/directory/{number}/disable", async (string number, PeopleDirectory people, IOpenIddictTokenManager tokens) =>
        {
            people.Disable(number);
            await tokens.RevokeBySubjectAsync(number);
        });
        app.MapGet("/ready", () => "ready");
    }

    private static async Task<IResult> SignInAsync(HttpContext http, PeopleDirectory people)
    {
        var form = await http.Request.ReadFormAsync();
        if (people.SignIn(form["name"], form["password"]) is not { } person)
            return Results.Content(SignInPage, MediaTypeNames.Text.Html, statusCode: StatusCodes.Status401Unauthorized);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Number)], Cookie);
        await http.SignInAsync(Cookie, new ClaimsPrincipal(identity));
        return Results.LocalRedirect(http.Request.Query["ReturnUrl"].ToString());
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext http, PeopleDirectory people, IOpenIddictScopeManager scopes)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var cookie = await http.AuthenticateAsync(Cookie);
        if (people.Find(cookie.Principal?.FindFirst(ClaimTypes.NameIdentifier)?.Value) is { } person)
            return Results.SignIn(await SayAsync(person, request.GetScopes(), scopes), null, Protocol);
        return request.HasPromptValue(PromptValues.None)
            ? Refused(Errors.LoginRequired)
            : Results.Challenge(new AuthenticationProperties { RedirectUri = http.Request.Path + http.Request.QueryString }, [Cookie]);
    }

    private static async Task<IResult> RedeemAsync(HttpContext http, PeopleDirectory people, IOpenIddictScopeManager scopes)
    {
        var given = (await http.AuthenticateAsync(Protocol)).Principal!;
        return people.Find(given.GetClaim(Claims.Subject)) is { } person
            ? Results.SignIn(await SayAsync(person, given.GetScopes(), scopes), null, Protocol)
            : Refused(Errors.InvalidGrant);
    }

    private static async Task<ClaimsPrincipal> SayAsync(Person person, IEnumerable<string> asked, IOpenIddictScopeManager scopes)
    {
        var identity = new ClaimsIdentity("directory");
        identity.SetClaim(Claims.Subject, person.Number)
            .SetClaim("display_name", person.DisplayName)
            .SetClaim("job", person.Job)
            .SetClaim("company", person.Company)
            .SetClaims("groups", [.. person.Groups])
            .SetAccessTokenLifetime(person.AccessTokens)
            .SetScopes(asked);
        var resources = new List<string>();
        await foreach (var resource in scopes.ListResourcesAsync(identity.GetScopes()))
            resources.Add(resource);
        identity.SetResources(resources);
        identity.SetDestinations(claim => claim.Type is "display_name" or "job"
            ? [Destinations.AccessToken, Destinations.IdentityToken]
            : [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    private static IResult Refused(string error) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }),
        [Protocol]);

    private const string SignInPage = """
        <!doctype html><html lang="en"><title>Kestrel sign-in</title><form method="post">
        <label>Name <input name="name" autocomplete="username"></label>
        <label>Password <input name="password" type="password" autocomplete="current-password"></label>
        <button>Continue</button></form></html>
        """;
}
