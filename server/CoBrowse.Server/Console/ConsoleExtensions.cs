using CoBrowse.Protocol;
using CoBrowse.Server.DevelopmentIssuer;
using CoBrowse.Server.Refusals;
using CoBrowse.Server.Tenants;
using CoBrowse.Server.WebFiles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Console;

internal static class ConsoleExtensions
{
    public static void AddConsole(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<ConsoleOptions>().BindConfiguration("Console").Validate<IOptions<TenantsOptions>>(
            (console, tenants) => console.Tenant is null || tenants.Value.Tenants.ContainsKey(console.Tenant),
            "Console:Tenant names no tenant.").ValidateOnStart();

    public static void MapConsole(this WebApplication app)
    {
        var files = app.Services.GetRequiredService<WebFolder>().Part("console");
        app.MapGet("/api/console/config", Config).WithName("ConsoleConfig").Produces<ConsoleConfig>();
        app.MapGet("/console/replica/{mode}", Shell).ExcludeFromDescription();
        app.UseWebFiles("/console", files, Prepare);
        // The console's own addresses are pages of one application.
        app.MapGet("/console/{*page:nonfile}", async (HttpContext context) =>
        {
            var index = files.GetFileInfo("index.html");
            if (!index.Exists)
                return Refusal.NotFound.ToProblem("The console was not built.");
            Prepare(context, index.Name);
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.SendFileAsync(index, context.RequestAborted);
            return Results.Empty;
        }).ExcludeFromDescription();
        if (app.Environment.IsDevelopment())
            app.MapGet("/", () => Results.Redirect("/console/")).ExcludeFromDescription();
    }

    private static IResult Config(
        HttpContext context, string? tenant, [FromServices] TenantRegistry tenants, [FromServices] IOptions<ConsoleOptions> options)
    {
        var id = tenant ?? options.Value.Tenant ?? tenants.All.Keys.First();
        if (!tenants.All.TryGetValue(id, out var found))
            return Refusal.TenantUnknown.ToProblem();
        var issuer = found.Issuer;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new ConsoleConfig(
            issuer.Authority == IssuerOptions.Development ? DevelopmentIssuerEndpoints.AddressOf(context.Request) : issuer.Authority,
            issuer.ClientId,
            issuer.Scope,
            issuer.NameClaim,
            issuer.TitleClaim));
    }

    private static IResult Shell(string mode, HttpContext context)
    {
        if (ReplicaShell.Of(mode) is not { } shell)
            return Refusal.NotFound.ToProblem();
        context.Response.Headers.ContentSecurityPolicy = ReplicaShell.ContentSecurityPolicy;
        context.Response.Headers.CacheControl = "private, max-age=86400";
        return Results.Content(shell, "text/html; charset=utf-8");
    }

    private static void Prepare(HttpContext context, string name)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ConsolePolicy.For(context.RequestServices.GetRequiredService<TenantRegistry>());
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = name == "index.html" ? "no-cache" : "public, max-age=31536000, immutable";
    }
}
