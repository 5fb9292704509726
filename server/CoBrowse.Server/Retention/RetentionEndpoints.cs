using System.Security.Claims;
using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Refusals;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using CoBrowse.Storage.Retention;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CoBrowse.Server.Retention;

/// <summary>How a tenant's administrators see what is kept, hold it, and erase it.</summary>
internal static class RetentionEndpoints
{
    private const int LargestRequest = 8 * 1024;
    private const int LongestReason = 500;
    private const int MostListed = 100;

    public static void MapRetention(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/admin/retention")
            .RequireAuthorization(Policies.Administrator)
            .AddEndpointFilter<DeskGate>()
            .WithMetadata(new RequestSizeLimitAttribute(LargestRequest))
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        group.MapGet("/", Times).WithName("GetRetention").WithSummary("How many days after its end what is known of a session stays.").Produces<RetentionView>();
        group.MapGet("/sessions", SessionsAsync).WithName("GetKeptSessions").WithSummary("Sessions that are over and of which something is kept, the newest first; before is in Unix milliseconds.").Produces<IReadOnlyList<KeptSummaryView>>();
        group.MapGet("/sessions/{session}", SessionAsync).WithName("GetKeptSession").WithSummary("What is still kept of a session, and its holds.").Produces<KeptSessionView>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/sessions/{session}/audit", AuditAsync).WithName("GetSessionAudit").WithSummary("Who did what in a session, as far as it was not erased. That it was read is in the tenant's audit.").Produces<IReadOnlyList<SessionAuditLine>>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/sessions/{session}/erase", EraseAsync).WithName("EraseSession").WithSummary("Erases a session that is over, for ever; refused while it is held.").Produces<KeptSessionView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("/holds", HoldsAsync).WithName("GetLegalHolds").WithSummary("The newest legal holds, the newest first.").Produces<IReadOnlyList<HoldView>>();
        group.MapPost("/holds", PlaceAsync).WithName("PlaceLegalHold").WithSummary("Keeps a session from being erased.").Produces<HoldView>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        group.MapPost("/holds/{id:guid}/lift", LiftAsync).WithName("LiftLegalHold").WithSummary("Ends a hold. What was due meanwhile is erased with the next round.").Produces<HoldView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Ok<RetentionView> Times(ClaimsPrincipal user, [FromServices] TenantRegistry tenants) =>
        TypedResults.Ok(RetentionView.Of(tenants.RetentionOf(Administrator.Of(user).Tenant)));

    private static async Task<IResult> SessionsAsync(
        long? before, ClaimsPrincipal user, [FromServices] KeptSessions kept, CancellationToken cancellationToken)
    {
        var endedBefore = before is { } at and >= 0 && at < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : DateTimeOffset.MaxValue;
        var found = await kept.ReadAsync(Administrator.Of(user).Tenant, endedBefore, MostListed, cancellationToken);
        return TypedResults.Ok(found.Select(KeptSummaryView.Of).ToList());
    }

    private static async Task<IResult> SessionAsync(
        string session, ClaimsPrincipal user, [FromServices] KeptSessions kept, [FromServices] TenantRegistry tenants, CancellationToken cancellationToken)
    {
        var tenant = Administrator.Of(user).Tenant;
        return SessionId.TryParse(session, out var id) && await kept.FindAsync(tenant, id, cancellationToken) is { } found
            ? TypedResults.Ok(KeptSessionView.Of(found, tenants.RetentionOf(tenant)))
            : Refusal.NotFound.ToProblem(WordsFor(Refusal.NotFound));
    }

    private static async Task<IResult> AuditAsync(
        string session, ClaimsPrincipal user, [FromServices] KeptSessions kept, CancellationToken cancellationToken)
    {
        var who = Administrator.Of(user);
        return SessionId.TryParse(session, out var id) && await kept.OpenAuditAsync(who.Tenant, id, who.Subject, cancellationToken) is { } entries
            ? TypedResults.Ok(entries.Select(SessionAuditLine.Of).ToList())
            : Refusal.NotFound.ToProblem(WordsFor(Refusal.NotFound));
    }

    private static async Task<IResult> EraseAsync(
        string session, [FromBody] EraseRequest request, ClaimsPrincipal user,
        [FromServices] Eraser eraser, [FromServices] KeptSessions kept, [FromServices] TenantRegistry tenants)
    {
        if (!request.NamesItsFile)
            return Refusal.InvalidRequest.ToProblem("reference must be the request's file number: letters, digits and . _ / # -, at most 64.");
        if (!SessionId.TryParse(session, out var id))
            return Refusal.NotFound.ToProblem(WordsFor(Refusal.NotFound));
        var who = Administrator.Of(user);
        if (await eraser.EraseAsync(who, id, request.KeepAudit, request.Reference!) is { } refusal)
            return refusal.ToProblem(WordsFor(refusal));
        var left = await kept.FindAsync(who.Tenant, id, CancellationToken.None);
        return TypedResults.Ok(KeptSessionView.Of(left!, tenants.RetentionOf(who.Tenant)));
    }

    private static async Task<IResult> HoldsAsync(ClaimsPrincipal user, [FromServices] HoldStore holds, CancellationToken cancellationToken)
    {
        var found = await holds.ReadAsync(Administrator.Of(user).Tenant, null, MostListed, cancellationToken);
        return TypedResults.Ok(found.Select(HoldView.Of).ToList());
    }

    private static async Task<IResult> PlaceAsync([FromBody] NewHold request, ClaimsPrincipal user, [FromServices] HoldStore holds)
    {
        if (MistakeIn(request.Reason) is { } mistake)
            return Refusal.InvalidRequest.ToProblem(mistake);
        if (!SessionId.TryParse(request.SessionId, out var session))
            return Refusal.NotFound.ToProblem(WordsFor(Refusal.NotFound));
        var who = Administrator.Of(user);
        var (refusal, hold) = await holds.PlaceAsync(who.Tenant, session, who.Subject, request.Reason!);
        return refusal is { } reason ? reason.ToProblem(WordsFor(reason)) : TypedResults.Created((string?)null, HoldView.Of(hold!));
    }

    private static async Task<IResult> LiftAsync(Guid id, [FromBody] LiftHold request, ClaimsPrincipal user, [FromServices] HoldStore holds)
    {
        if (MistakeIn(request.Reason) is { } mistake)
            return Refusal.InvalidRequest.ToProblem(mistake);
        var who = Administrator.Of(user);
        var (refusal, hold) = await holds.LiftAsync(who.Tenant, id, who.Subject, request.Reason!);
        return refusal is { } reason ? reason.ToProblem(reason == Refusal.WrongState ? "It was lifted already." : null) : TypedResults.Ok(HoldView.Of(hold!));
    }

    private static string? WordsFor(Refusal refusal) => refusal switch
    {
        Refusal.NotFound => "There is no such session.",
        Refusal.WrongState => "The session is not over yet.",
        Refusal.OnHold => "A legal hold keeps the session. Lift every hold first.",
        Refusal.Expired => "The session is erased: nothing of it is left to be held.",
        _ => null,
    };

    private static string? MistakeIn(string? reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason ? $"reason must have 1 to {LongestReason} characters." : null;
}
