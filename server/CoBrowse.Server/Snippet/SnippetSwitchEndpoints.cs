using System.Security.Claims;
using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Masking;
using CoBrowse.Server.Refusals;
using CoBrowse.Storage.Tenants;
using Microsoft.AspNetCore.Mvc;

namespace CoBrowse.Server.Snippet;

/// <summary>How a tenant's administrators stop the snippet, and start it again.</summary>
internal static class SnippetSwitchEndpoints
{
    private const int LargestRequest = 32 * 1024;
    private const int MostPages = 50;

    public static void MapSnippetSwitch(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/admin/snippet")
            .RequireAuthorization(Policies.Administrator)
            .AddEndpointFilter<DeskGate>()
            .WithMetadata(new RequestSizeLimitAttribute(LargestRequest));
        group.MapGet("/", (ClaimsPrincipal user, [FromServices] SnippetSwitches switches) => View(user, switches))
            .WithName("GetSnippetSwitch")
            .WithSummary("Where the snippet is stopped, by an administrator and in all.")
            .Produces<SnippetSwitchView>();
        group.MapPut("/", SetAsync)
            .WithName("SwitchSnippet")
            .WithSummary("Stops the snippet everywhere, on pages, or for a percentage of browsers; pages learn it within a minute.")
            .Produces<SnippetSwitchView>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> SetAsync([FromBody] SnippetSwitchRequest request, ClaimsPrincipal user, [FromServices] SnippetSwitches switches)
    {
        var stopped = new SnippetSwitch(request.Off, request.Pages ?? [], request.Percent);
        var mistakes = MistakesIn(stopped).ToList();
        if (mistakes.Count > 0)
            return Refusal.InvalidRequest.ToProblem(mistakes);
        await switches.SetAsync(Administrator.Of(user), stopped);
        return TypedResults.Ok(View(user, switches));
    }

    public static IEnumerable<string> MistakesIn(SnippetSwitch stopped)
    {
        if (stopped.Percent is < 0 or > 100)
            yield return "percent must be from 0 to 100.";
        if (stopped.Pages.Count > MostPages)
            yield return $"pages must be a list of at most {MostPages}.";
        for (var index = 0; index < stopped.Pages.Count; index++)
        {
            if (PageGlob.MistakeIn(stopped.Pages[index] ?? string.Empty) is { } mistake)
                yield return $"pages[{index}] {mistake}.";
        }
    }

    private static SnippetSwitchView View(ClaimsPrincipal user, SnippetSwitches switches)
    {
        var tenant = Administrator.Of(user).Tenant;
        return new SnippetSwitchView(switches.SetFor(tenant), switches.Of(tenant));
    }
}
