using System.Security.Claims;
using System.Text;
using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Refusals;
using CoBrowse.Storage.Masking;
using CoBrowse.Storage.Tenants;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CoBrowse.Server.Masking;

/// <summary>How a tenant's administrators read and change its masking policy.</summary>
internal static class PolicyEndpoints
{
    private const int LargestRequest = 64 * 1024;
    private const int LongestNote = 500;
    private const int MostListed = 100;

    public static void MapPolicies(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/admin/policy")
            .RequireAuthorization(Policies.Administrator)
            .AddEndpointFilter<DeskGate>()
            .WithMetadata(new RequestSizeLimitAttribute(LargestRequest))
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        group.MapGet("/", Current).WithName("GetPolicy").WithSummary("The policy that holds now.").Produces<CurrentPolicyView>();
        group.MapPost("/check", Check).WithName("CheckPolicy").WithSummary("What is wrong with a document, and where it would show more.").Produces<PolicyCheck>();
        group.MapGet("/versions", VersionsAsync).WithName("GetPolicyVersions").WithSummary("Every version, the newest first.").Produces<IReadOnlyList<PolicyVersionView>>();
        group.MapGet("/versions/{number:int}", VersionAsync).WithName("GetPolicyVersion").WithSummary("One version, with its document.").Produces<PolicyVersionView>();
        group.MapPost("/rollback", RollBackAsync).WithName("RollBackPolicy").WithSummary("Proposes an earlier version.").Produces<ProposalView>();
        group.MapGet("/proposals", ProposalsAsync).WithName("GetPolicyProposals").WithSummary("Proposals and one's own drafts, the newest first.").Produces<IReadOnlyList<ProposalView>>();
        group.MapPost("/proposals", DraftAsync).WithName("DraftPolicy").WithSummary("Keeps a draft.").Produces<ProposalView>(StatusCodes.Status201Created);
        group.MapGet("/proposals/{id:guid}", ProposalAsync).WithName("GetPolicyProposal").WithSummary("One proposal or draft.").Produces<ProposalView>();
        group.MapPut("/proposals/{id:guid}", RedraftAsync).WithName("RedraftPolicy").WithSummary("Changes one's own draft.").Produces<ProposalView>();
        group.MapPost("/proposals/{id:guid}/propose", ProposeAsync).WithName("ProposePolicy").WithSummary("Publishes a draft that shows no more; any other waits for a second person.").Produces<ProposalView>();
        group.MapPost("/proposals/{id:guid}/approve", ApproveAsync).WithName("ApprovePolicy").WithSummary("A second person publishes what waits.").Produces<ProposalView>();
        group.MapPost("/proposals/{id:guid}/reject", RejectAsync).WithName("RejectPolicy").WithSummary("Says no, or takes one's own back.").Produces<ProposalView>();
        group.MapGet("/audit", AuditAsync).WithName("GetTenantAudit").WithSummary("What the tenant's administrators did, the newest first.").Produces<IReadOnlyList<AuditLine>>();
    }

    private static Ok<CurrentPolicyView> Current(ClaimsPrincipal user, [FromServices] TenantPolicies policies) =>
        TypedResults.Ok(CurrentPolicyView.Of(policies.Current(Administrator.Of(user).Tenant)));

    private static Ok<PolicyCheck> Check([FromBody] PolicyDraft draft, ClaimsPrincipal user, [FromServices] TenantPolicies policies)
    {
        var (document, mistakes) = Read(draft);
        var present = policies.Current(Administrator.Of(user).Tenant);
        return TypedResults.Ok(new PolicyCheck(mistakes, document is null ? [] : PolicyComparison.ShowsMore(present.Document, document)));
    }

    private static async Task<IResult> VersionsAsync(ClaimsPrincipal user, [FromServices] TenantPolicies policies, CancellationToken cancellationToken)
    {
        var history = await policies.HistoryAsync(Administrator.Of(user).Tenant, cancellationToken);
        return TypedResults.Ok(history.Reverse().Select(each => PolicyVersionView.Of(each.Version, each.Trusted)).ToList());
    }

    private static async Task<IResult> VersionAsync(int number, ClaimsPrincipal user, [FromServices] TenantPolicies policies, CancellationToken cancellationToken)
    {
        var history = await policies.HistoryAsync(Administrator.Of(user).Tenant, cancellationToken);
        return history.FirstOrDefault(each => each.Version.Number == number) is { Version: { } version, Trusted: var trusted }
            ? TypedResults.Ok(PolicyVersionView.Of(version, trusted, withDocument: true))
            : Refusal.NotFound.ToProblem();
    }

    private static async Task<IResult> ProposalsAsync(
        ClaimsPrincipal user, [FromServices] TenantPolicies policies, [FromServices] ProposalStore proposals, CancellationToken cancellationToken)
    {
        var who = Administrator.Of(user);
        var found = await proposals.ReadAsync(who.Tenant, who.Subject, MostListed, cancellationToken);
        return TypedResults.Ok(found.Select(proposal => ProposalView.Of(proposal, policies.Current(who.Tenant), who)).ToList());
    }

    private static async Task<IResult> ProposalAsync(
        Guid id, ClaimsPrincipal user, [FromServices] TenantPolicies policies, [FromServices] ProposalStore proposals, CancellationToken cancellationToken)
    {
        var who = Administrator.Of(user);
        return await proposals.FindAsync(who.Tenant, id, cancellationToken) is { } proposal
            && (proposal.State != ProposalState.Draft || proposal.Author == who.Subject)
                ? TypedResults.Ok(ProposalView.Of(proposal, policies.Current(who.Tenant), who))
                : Refusal.NotFound.ToProblem();
    }

    private static Task<IResult> DraftAsync(
        [FromBody] PolicyDraft draft, ClaimsPrincipal user, [FromServices] PolicyDesk desk, [FromServices] TenantPolicies policies, CancellationToken cancellationToken) =>
        SaveAsync(null, draft, user, desk, policies, cancellationToken);

    private static Task<IResult> RedraftAsync(
        Guid id, [FromBody] PolicyDraft draft, ClaimsPrincipal user, [FromServices] PolicyDesk desk, [FromServices] TenantPolicies policies, CancellationToken cancellationToken) =>
        SaveAsync(id, draft, user, desk, policies, cancellationToken);

    private static async Task<IResult> SaveAsync(
        Guid? id, PolicyDraft draft, ClaimsPrincipal user, PolicyDesk desk, TenantPolicies policies, CancellationToken cancellationToken)
    {
        var who = Administrator.Of(user);
        var (document, mistakes) = Read(draft);
        if (document is null)
            return Refusal.InvalidRequest.ToProblem(mistakes);
        if (IsTooLong(draft.Note))
            return NoteTooLong();
        var answer = await desk.SaveAsync(who, id, document, draft.Note, cancellationToken);
        return id is null && answer.Proposal is { } fresh
            ? TypedResults.Created($"/api/admin/policy/proposals/{fresh.Id}", ProposalView.Of(fresh, policies.Current(who.Tenant), who))
            : Answer(answer, policies, who);
    }

    private static async Task<IResult> ProposeAsync(
        Guid id, ClaimsPrincipal user, [FromServices] PolicyDesk desk, [FromServices] TenantPolicies policies, CancellationToken cancellationToken)
    {
        var who = Administrator.Of(user);
        return Answer(await desk.ProposeAsync(who, id, cancellationToken), policies, who);
    }

    private static async Task<IResult> ApproveAsync(
        Guid id, [FromBody] ProposalDecision decision, ClaimsPrincipal user, [FromServices] PolicyDesk desk, [FromServices] TenantPolicies policies, CancellationToken cancellationToken)
    {
        var who = Administrator.Of(user);
        return Answer(await desk.ApproveAsync(who, id, decision.Hash, cancellationToken), policies, who);
    }

    private static async Task<IResult> RejectAsync(
        Guid id, [FromBody] ProposalDecision decision, ClaimsPrincipal user, [FromServices] PolicyDesk desk, [FromServices] TenantPolicies policies, CancellationToken cancellationToken)
    {
        var who = Administrator.Of(user);
        return IsTooLong(decision.Reason) ? NoteTooLong() : Answer(await desk.RejectAsync(who, id, decision.Reason, cancellationToken), policies, who);
    }

    private static async Task<IResult> RollBackAsync(
        [FromBody] RollBack back, ClaimsPrincipal user, [FromServices] PolicyDesk desk, [FromServices] TenantPolicies policies, CancellationToken cancellationToken)
    {
        var who = Administrator.Of(user);
        return IsTooLong(back.Note) ? NoteTooLong() : Answer(await desk.RollBackAsync(who, back.Version, back.Note, cancellationToken), policies, who);
    }

    private static async Task<IResult> AuditAsync(ClaimsPrincipal user, [FromServices] TenantLedger ledger, CancellationToken cancellationToken)
    {
        var entries = await ledger.ReadAsync(Administrator.Of(user).Tenant, cancellationToken);
        return TypedResults.Ok(entries.Reverse().Select(AuditLine.Of).ToList());
    }

    private static (PolicyDocument? Document, IReadOnlyList<string> Mistakes) Read(PolicyDraft draft) =>
        draft.Document.ValueKind == System.Text.Json.JsonValueKind.Undefined
            ? (null, ["document is missing."])
            : PolicyReader.Read(Encoding.UTF8.GetBytes(draft.Document.GetRawText()));

    private static IResult Answer(DeskAnswer answer, TenantPolicies policies, Administrator who) => answer.Proposal is { } proposal
        ? TypedResults.Ok(ProposalView.Of(proposal, policies.Current(who.Tenant), who))
        : answer.Refusal!.Value.ToProblem(answer.Detail);

    private static bool IsTooLong(string? note) => note?.Length > LongestNote;

    private static IResult NoteTooLong() => Refusal.InvalidRequest.ToProblem($"The note has more than {LongestNote} characters.");
}
