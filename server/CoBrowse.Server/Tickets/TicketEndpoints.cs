using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Refusals;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CoBrowse.Server.Tickets;

internal static class TicketEndpoints
{
    public const string RateLimit = "tickets";

    public static void MapTickets(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/tickets", SellAsync)
        .WithName("SellTicket")
        .WithSummary("A one-time ticket for a hub, for whoever holds a customer's or an agent's token.")
        .Produces<SoldTicket>()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .RequireAuthorization(Policies.Participant)
        .RequireCors(TenantCorsPolicy.Name)
        .RequireRateLimiting(RateLimit);

    private static async Task<IResult> SellAsync(
        HttpContext context, [FromServices] TicketBooth booth, [FromServices] SessionDirectory sessions, [FromServices] CallerGate gate, [FromServices] TokenStanding standing)
    {
        var caller = Caller.Read(context.User)!;
        if (gate.RefusalFor(context.Request, caller) is { } refusal)
            return refusal.ToProblem();
        if (caller is Caller.Customer customer && sessions.Find(customer.Session) is null)
            return Refusal.NotFound.ToProblem("The session has ended.");
        var token = caller is Caller.Agent ? BearerToken.Of(context.Request) : null;
        if (!await standing.StandsAsync(caller.Tenant, token, context.RequestAborted))
            return Refusal.NotAllowed.ToProblem();
        return TypedResults.Ok(new SoldTicket(booth.Sell(caller, token), (int)booth.Lifetime.TotalSeconds));
    }
}
