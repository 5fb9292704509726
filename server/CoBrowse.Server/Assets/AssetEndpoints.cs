using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Refusals;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Assets;

internal static class AssetEndpoints
{
    // A hash of 64 digits takes 67 bytes in a list.
    private const int LargestQuestion = 96 * ProtocolLimits.MissingHashes;

    public static void MapAssets(this IEndpointRouteBuilder endpoints)
    {
        var uploads = endpoints.MapGroup("/api/assets")
            .RequireAuthorization(Policies.Customer)
            .RequireCors(TenantCorsPolicy.Name)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        uploads.MapPost("/missing", Missing)
            .WithName("FindMissingAssets")
            .WithSummary("Which of these assets the node lacks.")
            .Produces<MissingAssets>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .WithMetadata(new RequestSizeLimitAttribute(LargestQuestion));
        uploads.MapPut("/{hash}", PutAsync)
            .WithName("PutAsset")
            .WithSummary("Stores an asset under the SHA-256 of its bytes.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        endpoints.MapGet(AssetCapabilities.Path + "/{capability}/{hash}", ReadAsync).ExcludeFromDescription();
    }

    private static IResult Missing(
        [FromBody] AssetQuestion question, string? visibility, HttpContext context,
        [FromServices] AssetStore assets, [FromServices] CallerGate gate, [FromServices] SessionDirectory sessions)
    {
        var (scope, refusal) = Admit(context, visibility, gate, sessions);
        if (refusal is { } reason)
            return reason.ToProblem();
        if (question.Hashes is not { } named || named.Count > ProtocolLimits.MissingHashes)
            return Refusal.InvalidRequest.ToProblem($"hashes must name at most {ProtocolLimits.MissingHashes} assets.");
        var hashes = named.Select(AssetHash.Parse).ToList();
        return hashes.Contains(null)
            ? Refusal.InvalidRequest.ToProblem("A hash is 64 lower-case hex digits.")
            : Results.Ok(new MissingAssets([.. hashes.Where(hash => !assets.Has(scope!, hash!.Value)).Select(hash => hash!.Value.Value)]));
    }

    private static async Task<IResult> PutAsync(
        string hash, string? visibility, HttpContext context,
        [FromServices] AssetStore assets, [FromServices] CallerGate gate, [FromServices] SessionDirectory sessions,
        [FromServices] IOptions<AssetOptions> options, CancellationToken cancellationToken)
    {
        var (scope, refusal) = Admit(context, visibility, gate, sessions);
        if (refusal is { } reason)
            return reason.ToProblem();
        var session = ((Caller.Customer)Caller.Read(context.User)!).Session;
        if (AssetHash.Parse(hash) is not { } name)
            return Refusal.InvalidRequest.ToProblem("A hash is 64 lower-case hex digits.");
        if (AssetMediaType.Read(context.Request.ContentType) is not { } type)
            return Refusal.InvalidRequest.ToProblem("This media type is not one that a replica shows.");
        if (context.Request.ContentLength > options.Value.LargestBytes)
            return Refusal.TooLarge.ToProblem();
        await using var body = AssetBody.Open(context.Request);
        if (body is null)
            return Refusal.InvalidRequest.ToProblem("An asset comes as it is, or with Content-Encoding: gzip.");
        // More than the limit, so that our own answer comes before the server's, which counts the chunks' heads too.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = (2 * options.Value.LargestBytes) + 1024;
        try
        {
            refusal = await assets.PutAsync(scope!, session, name, type, body, cancellationToken);
        }
        catch (InvalidDataException)
        {
            refusal = Refusal.HashMismatch;
        }

        return refusal is { } no ? no.ToProblem() : Results.NoContent();
    }

    private static async Task<IResult> ReadAsync(
        string capability, string hash, HttpContext context,
        [FromServices] AssetCapabilities capabilities, [FromServices] AssetStore assets, [FromServices] SessionDirectory sessions,
        CancellationToken cancellationToken)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var (reader, refusal) = capabilities.Read(capability);
        if (refusal is { } reason)
            return reason.ToProblem();
        if (sessions.Find(reader!.Scope.Session) is not { Current: var session })
            return Refusal.NotFound.ToProblem();
        if (!reader.MayRead(session))
            return Refusal.NotAllowed.ToProblem();
        if (AssetHash.Parse(hash) is not { } name
            || await assets.ReadAsync(reader.Scope, name, cancellationToken) is not var (type, bytes))
        {
            return Refusal.NotFound.ToProblem();
        }

        if (!AssetMediaType.Suits(type, context.Request.Headers["Sec-Fetch-Dest"]))
            return Refusal.NotAllowed.ToProblem();
        headers.CacheControl = "private, max-age=31536000, immutable";
        headers.Vary = "Sec-Fetch-Dest";
        return Results.Bytes(bytes, AssetMediaType.ToHeader(type), enableRangeProcessing: true);
    }

    private static (AssetScope? Scope, Refusal? Refusal) Admit(
        HttpContext context, string? visibility, CallerGate gate, SessionDirectory sessions)
    {
        var customer = (Caller.Customer)Caller.Read(context.User)!;
        if (gate.RefusalFor(context.Request, customer) is { } refusal)
            return (null, refusal);
        if (sessions.Find(customer.Session)?.Current is not { HasEnded: false })
            return (null, Refusal.WrongState);
        return visibility switch
        {
            "session" => (new AssetScope.OfSession(customer.Tenant, customer.Session), null),
            "public" => (new AssetScope.Public(customer.Tenant), null),
            _ => (null, Refusal.InvalidRequest),
        };
    }
}
