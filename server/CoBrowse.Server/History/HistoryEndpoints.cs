using System.Security.Claims;
using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Refusals;
using CoBrowse.Storage.History;
using Microsoft.AspNetCore.Mvc;

namespace CoBrowse.Server.History;

/// <summary>Agents look up sessions that they had a place in; supervisors those of their tenant.</summary>
internal static class HistoryEndpoints
{
    public const string RateLimit = "history";
    private const int MostListed = 30;
    private const int LongestSearch = 100;

    public static void MapHistory(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/history", ReadAsync)
        .WithName("GetHistory")
        .WithSummary("Past sessions, the newest first: an agent's own; for supervisors all of the tenant, unless mine is true. Search is for words of topic, origin and names. A page may be short.")
        .Produces<HistoryView>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .RequireAuthorization(Policies.Agent)
        .AddEndpointFilter<DeskGate>()
        .RequireRateLimiting(RateLimit);

    private static async Task<IResult> ReadAsync(
        string? search, string? after, bool? mine, ClaimsPrincipal user, [FromServices] HistoryStore history, CancellationToken cancellationToken)
    {
        var agent = (Caller.Agent)Caller.Read(user)!;
        if (search?.Length > LongestSearch)
            return Refusal.InvalidRequest.ToProblem($"search has more than {LongestSearch} characters.");
        HistoryPlace? place = null;
        if (after is not null)
        {
            if (!HistoryPlace.TryParse(after, out var given))
                return Refusal.InvalidRequest.ToProblem("after is not what a page ended with.");
            place = given;
        }

        var subject = agent.Identity.Subject;
        var all = agent.Identity.Role == ParticipantRole.Supervisor && mine is not true;
        var words = (search ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var page = await history.ReadAsync(
            agent.Tenant,
            past => (all || past.Agents.Any(each => string.Equals(each.Subject, subject, StringComparison.Ordinal))) && words.All(word => Has(past, word)),
            place,
            MostListed,
            cancellationToken);
        return TypedResults.Ok(new HistoryView([.. page.Sessions.Select(past => PastSessionView.Of(past, subject))], page.Next?.ToString()));
    }

    private static bool Has(PastSession past, string word) =>
        past.Agents.Select(agent => agent.Name).Append(past.Topic).Append(past.Origin)
            .Any(text => text?.Contains(word, StringComparison.CurrentCultureIgnoreCase) == true);
}
