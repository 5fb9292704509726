using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Refusals;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.WatchQuery;

/// <summary>
/// A portal's backend asks, signed, whether a customer is being watched right now, and gets a signed answer: a payment
/// that is made while somebody looks on deserves a second look.
/// </summary>
internal static class WatchQueryEndpoints
{
    public const string RateLimit = "watch-query";
    private static readonly TimeSpan AnswerLife = TimeSpan.FromMinutes(1);

    public static void AddWatchQuery(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AnswerKey>();
        builder.Services.AddSingleton<UsedRequests>();
        builder.Services.AddSingleton<SignedRequests>();
        builder.Services.AddRateLimiter(limiter => limiter.AddPolicy(RateLimit, AddressLimit.PerMinute(1200)));
    }

    public static void MapWatchQuery(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/portal/watched", WatchedAsync)
            .WithName("IsWatched")
            .WithSummary("Whether the customer with this reference, or the customer of this session, is being watched now: a JWT that this node signs. Asked with a JWT of the tenant's key as bearer token: iss, aud (this address), exp within 5 minutes, and a jti that was not used before.")
            .Produces<string>(StatusCodes.Status200OK, "application/jwt")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimit);
        endpoints.MapGet("/api/portal/keys", ([FromServices] AnswerKey key) => TypedResults.Ok(new PublishedKeys([key.Published])))
            .WithName("GetAnswerKeys")
            .WithSummary("The public keys by which this node signs its answers (JWKS).")
            .AllowAnonymous()
            .RequireRateLimiting(RateLimit);
    }

    private static async Task<IResult> WatchedAsync(
        string? reference,
        string? session,
        HttpContext context,
        [FromServices] SignedRequests requests,
        [FromServices] SessionDirectory sessions,
        [FromServices] AnswerKey key,
        [FromServices] TimeProvider time)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await requests.ReadAsync(context.Request) is not { } asked)
            return Refusal.NotAllowed.ToProblem("The request is not signed by a key of the tenant, not for this address, not for now, or was answered before.");
        if (string.IsNullOrEmpty(reference) == string.IsNullOrEmpty(session))
            return Refusal.InvalidRequest.ToProblem("Name either a reference or a session.");
        var own = sessions.All.Select(live => live.Current).Where(each => each.Tenant == asked.Tenant);
        var meant = session is null
            ? own.Where(each => string.Equals(each.Verified?.Reference, reference, StringComparison.Ordinal))
            : SessionId.TryParse(session, out var id) ? own.Where(each => each.Id == id) : [];
        return Results.Text(Signed(asked, WatchState.Of(meant), reference, session, key, time.GetUtcNow()), "application/jwt");
    }

    private static string Signed(
        (TenantId Tenant, string Issuer, string Id) asked, WatchState state, string? reference, string? session, AnswerKey key, DateTimeOffset now)
    {
        var claims = new Dictionary<string, object>
        {
            // Which question it answers: an answer to another, or to one of before, is none.
            ["request"] = asked.Id,
            [session is null ? "reference" : "session"] = session ?? reference!,
            ["watched"] = state.Watched,
            ["controlled"] = state.Controlled,
            ["agents"] = state.Agents,
        };
        if (state.Since is { } since)
            claims["since"] = since.ToUnixTimeSeconds();
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "cobrowse",
            Audience = asked.Issuer,
            IssuedAt = now.UtcDateTime,
            Expires = (now + AnswerLife).UtcDateTime,
            SigningCredentials = key.Signing,
            Claims = claims,
        });
    }
}
