using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.DevelopmentIssuer;

/// <summary>An OIDC issuer like any other: discovery, authorization code with PKCE, keys. In Development only.</summary>
internal static class DevelopmentIssuerEndpoints
{
    public const string Path = "/dev/issuer";

    public static bool IsIssuer(string? issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri.AbsolutePath == Path;

    public static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{Path}";

    public static void MapDevelopmentIssuer(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<DevelopmentIssuerOptions>>().Value.Enabled)
            return;
        var group = app.MapGroup(Path).ExcludeFromDescription();
        group.MapGet("/.well-known/openid-configuration", Discovery);
        group.MapGet("/jwks", Keys);
        group.MapGet("/authorize", Authorize);
        group.MapPost("/token", TokenAsync).DisableAntiforgery();
        group.MapGet("/end", End);
    }

    private static IResult Discovery(HttpRequest request) => Results.Json(DiscoveryDocument.At(AddressOf(request)));

    private static IResult Keys([FromServices] DevelopmentIssuerKey key)
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key.PublicKey);
        return Results.Json(new { keys = new[] { new { jwk.Kty, jwk.Crv, jwk.X, jwk.Y, jwk.Kid, Use = "sig", Alg = SecurityAlgorithms.EcdsaSha256 } } });
    }

    private static IResult Authorize(HttpContext context, [FromServices] AuthorizationCodes codes, [FromServices] DevelopmentTokens tokens)
    {
        var query = context.Request.Query;
        string? redirect = query["redirect_uri"];
        string? client = query["client_id"];
        // Until these two hold there is nowhere to send an error to.
        if (!tokens.KnowsClient(client) || !IsLocal(redirect))
            return Results.Text("Unknown client_id, or a redirect_uri that is not on this machine.", statusCode: StatusCodes.Status400BadRequest);
        string? challenge = query["code_challenge"];
        if (query["response_type"] != "code" || query["code_challenge_method"] != "S256" || string.IsNullOrEmpty(challenge))
            return Back(redirect!, query, "error", "invalid_request");
        if (query["prompt"] == "none")
            return Back(redirect!, query, "error", "login_required");
        if (DemoAgent.All.FirstOrDefault(agent => agent.Subject == query["agent"]) is not { } chosen)
        {
            context.Response.Headers.ContentSecurityPolicy = SignInPage.ContentSecurityPolicy;
            return Results.Content(SignInPage.Render(query), "text/html; charset=utf-8");
        }

        return Back(redirect!, query, "code", codes.Issue(chosen, client!, redirect!, challenge, query["nonce"]));
    }

    private static async Task<IResult> TokenAsync(
        HttpContext context, [FromServices] AuthorizationCodes codes, [FromServices] DevelopmentTokens tokens)
    {
        if (!context.Request.HasFormContentType)
            return Results.Json(new { error = "invalid_request" }, statusCode: StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string? client = form["client_id"];
        context.Response.Headers.CacheControl = "no-store";
        if (!tokens.KnowsClient(client))
            return Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status400BadRequest);
        var (agent, nonce) = form["grant_type"].ToString() switch
        {
            "authorization_code" => codes.Redeem(form["code"], client, form["redirect_uri"], form["code_verifier"]) ?? default,
            "refresh_token" => (await tokens.RenewAsync(form["refresh_token"]), null),
            _ => default,
        };
        return agent is null
            ? Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest)
            : Results.Json(tokens.Issue(AddressOf(context.Request), client!, agent, nonce));
    }

    private static IResult End([FromQuery(Name = "post_logout_redirect_uri")] string? redirect) =>
        IsLocal(redirect) ? Results.Redirect(redirect!) : Results.Text("Signed out.");

    private static bool IsLocal(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.IsLoopback;

    private static IResult Back(string redirect, IQueryCollection query, string name, string value) => Results.Redirect(
        QueryHelpers.AddQueryString(redirect, new Dictionary<string, string?> { [name] = value, ["state"] = query["state"] }));
}
