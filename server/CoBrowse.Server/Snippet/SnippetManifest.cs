using System.Text.Json.Nodes;
using CoBrowse.Server.Masking;
using CoBrowse.Server.Tenants;
using CoBrowse.Server.WebFiles;
using CoBrowse.Sessions;
using CoBrowse.Storage.Tenants;

namespace CoBrowse.Server.Snippet;

/// <summary>
/// Answers the manifest of a tenant whose snippet is stopped somewhere: with <c>off</c>, a regular expression over
/// paths and a percentage; and of one whose agents may invite customers, with <c>invites</c>. All others get the file as it is.
/// </summary>
internal sealed class SnippetManifest(RequestDelegate next, SnippetSwitches switches, TenantRegistry tenants, WebFolder web)
{
    // As a regular expression it matches nothing.
    private const string Nowhere = "(?!)";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Path != "/snippet/manifest.json" || request.Query["tenant"] is not [{ Length: > 0 } tenant]
            || !HasMore(new TenantId(tenant), out var stopped, out var invites))
        {
            await next(context);
            return;
        }

        var file = web.Part("snippet").GetFileInfo("manifest.json");
        if (!file.Exists)
        {
            await next(context);
            return;
        }

        JsonNode? manifest;
        await using (var stream = file.CreateReadStream())
            manifest = await JsonNode.ParseAsync(stream, cancellationToken: context.RequestAborted);
        if (!stopped.RunsEverywhere)
            manifest!["off"] = new JsonArray(PagesOf(stopped), stopped.Off ? 100 : stopped.Percent);
        if (invites)
            manifest!["invites"] = true;
        SnippetExtensions.Open(context.Response.Headers);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(manifest!.ToJsonString(), context.RequestAborted);
    }

    private bool HasMore(TenantId tenant, out SnippetSwitch stopped, out bool invites)
    {
        stopped = switches.Of(tenant);
        invites = tenants.Find(tenant)?.Customers.Invitations == true;
        return invites || !stopped.RunsEverywhere;
    }

    private static string PagesOf(SnippetSwitch stopped) =>
        stopped.Pages.Count == 0 ? Nowhere : $"^(?:{string.Join('|', stopped.Pages.Select(PageGlob.ToRegex))})$";
}
