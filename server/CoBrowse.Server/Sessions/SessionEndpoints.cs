using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Refusals;
using CoBrowse.Server.Snippet;
using CoBrowse.Server.Starting;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace CoBrowse.Server.Sessions;

internal static class SessionEndpoints
{
    public const string RateLimit = "sessions";
    private const int LargestRequest = 8 * 1024;

    public static void MapSessions(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/customer/sessions", OpenAsync)
        .WithName("OpenSession")
        .WithSummary("A customer asks for help: a new session with a code to read out and a token to come back with.")
        .Produces<OpenedSession>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status410Gone)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .AllowAnonymous()
        .RequireCors(TenantCorsPolicy.Name)
        .WithMetadata(new RequestSizeLimitAttribute(LargestRequest))
        .RequireRateLimiting(RateLimit);

    private static async Task<IResult> OpenAsync(
        [FromBody] OpenSession request,
        HttpContext context,
        [FromServices] TenantRegistry tenants,
        [FromServices] RefusedPortals refused,
        [FromServices] SnippetSwitches switches,
        [FromServices] SessionDirectory sessions,
        [FromServices] SessionRules rules,
        [FromServices] CustomerTokens tokens,
        [FromServices] SessionBeginning beginning,
        [FromServices] ILogger<SessionDirectory> logger,
        CancellationToken cancellationToken)
    {
        if (request.Topic?.Length > ProtocolLimits.TopicLength)
            return Refusal.InvalidRequest.ToProblem($"topic has more than {ProtocolLimits.TopicLength} characters.");
        var tenant = new TenantId(request.Tenant ?? string.Empty);
        var origin = context.Request.Origin();
        if (tenants.Find(tenant) is not { } options)
        {
            refused.UnknownTenant(origin);
            return Refusal.TenantUnknown.ToProblem();
        }

        if (origin is null || !tenants.Allows(tenant, origin))
        {
            refused.OtherOrigin(origin, tenant);
            return Refusal.OriginNotAllowed.ToProblem();
        }

        if (switches.Of(tenant).Off)
            return Refusal.NotAllowed.ToProblem("The snippet is switched off.");
        var asked = new NewSession(tenant, origin, request.Topic) { WordsLanguage = options.WordsLanguage };
        (asked, var refusal) = await beginning.ReadAsync(asked, request);
        if (refusal is { } reason)
            return reason.ToProblem();
        var session = await sessions.CreateAsync(asked, rules with { Supervision = options.Supervision }, cancellationToken);
        logger.Opened(session.Id, tenant);
        return Results.Created(
            (string?)null,
            new OpenedSession(
                session.Id.ToString(), session.Code.Value, tokens.Issue(session), session.ExpiresAt.ToUnixTimeMilliseconds()));
    }
}
