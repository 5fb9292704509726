using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Refusals;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace CoBrowse.Server.Starting;

/// <summary>How the page of an identified customer hears of an invitation, and says no. A yes opens a session.</summary>
internal static class InvitationEndpoints
{
    public const string RateLimit = "listening";
    private const int LargestRequest = 8 * 1024;

    public static void MapStarting(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/customer/invitations")
            .AllowAnonymous()
            .RequireCors(TenantCorsPolicy.Name)
            .WithMetadata(new RequestSizeLimitAttribute(LargestRequest))
            .RequireRateLimiting(RateLimit)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        group.MapPost("/next", NextAsync)
            .WithName("AwaitInvitation")
            .WithSummary("Waits up to 25 s for an invitation to the customer whom the identity token names; 204: none came.")
            .Produces<CustomerInvitationView>()
            .Produces(StatusCodes.Status204NoContent);
        group.MapPost("/answer", AnswerAsync)
            .WithName("DeclineInvitation")
            .WithSummary("The customer says no to an invitation, or not now.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status410Gone);
    }

    private static async Task<IResult> NextAsync(
        [FromBody] ListeningPage request,
        HttpContext context,
        [FromServices] TenantRegistry tenants,
        [FromServices] CustomerProofs proofs,
        [FromServices] Invitations invitations,
        [FromServices] TimeProvider time)
    {
        var (customer, tenant, refusal) = await WhoAsync(request, context, tenants, proofs);
        if (customer is null)
            return refusal.ToProblem();
        context.Response.Headers.CacheControl = "no-store";
        var invitation = await invitations.NextAsync(tenant, customer, context.RequestAborted);
        return invitation is null
            ? Results.NoContent()
            : Results.Ok(new CustomerInvitationView(
                invitation.Id, invitation.Agent.Name, invitation.Agent.Title, (int)Math.Ceiling((invitation.ExpiresAt - time.GetUtcNow()).TotalSeconds)));
    }

    private static async Task<IResult> AnswerAsync(
        [FromBody] ListeningPage request,
        HttpContext context,
        [FromServices] TenantRegistry tenants,
        [FromServices] CustomerProofs proofs,
        [FromServices] Invitations invitations)
    {
        var (customer, tenant, refusal) = await WhoAsync(request, context, tenants, proofs);
        if (customer is null)
            return refusal.ToProblem();
        var outcome = request.NotNow ? CustomerInvitationOutcome.NotNow : CustomerInvitationOutcome.Declined;
        return invitations.Decline(tenant, customer, request.Invitation ?? string.Empty, outcome) is { } late
            ? late.ToProblem()
            : Results.NoContent();
    }

    private static async Task<(VerifiedCustomer? Customer, TenantId Tenant, Refusal Refusal)> WhoAsync(
        ListeningPage request, HttpContext context, TenantRegistry tenants, CustomerProofs proofs)
    {
        var tenant = new TenantId(request.Tenant ?? string.Empty);
        if (context.Request.Origin() is not { } origin || !tenants.Allows(tenant, origin))
            return (null, tenant, Refusal.OriginNotAllowed);
        if (tenants.Find(tenant) is not { Customers.Invitations: true })
            return (null, tenant, Refusal.NotAllowed);
        return (await proofs.ReadAsync(tenant, request.Identity ?? string.Empty), tenant, Refusal.NotAllowed);
    }
}
