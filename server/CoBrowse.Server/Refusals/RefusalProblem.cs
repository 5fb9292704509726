using System.Diagnostics;
using CoBrowse.Protocol;

namespace CoBrowse.Server.Refusals;

/// <summary>An expected refusal as ProblemDetails, with its <c>reason</c> from the one enum.</summary>
internal static class RefusalProblem
{
    public static IResult ToProblem(this Refusal refusal, string? detail = null) => Results.Problem(
        detail: detail,
        statusCode: StatusOf(refusal),
        extensions: new Dictionary<string, object?> { ["reason"] = refusal.ToString() });

    /// <summary>The same, with every mistake that was found.</summary>
    public static IResult ToProblem(this Refusal refusal, IReadOnlyList<string> mistakes) => Results.Problem(
        detail: string.Join(" ", mistakes),
        statusCode: StatusOf(refusal),
        extensions: new Dictionary<string, object?> { ["reason"] = refusal.ToString(), ["mistakes"] = mistakes });

    /// <summary>The reason for a refusal that the framework made.</summary>
    public static Refusal? ForStatus(int? status) => status switch
    {
        StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType => Refusal.InvalidRequest,
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => Refusal.NotAllowed,
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => Refusal.NotFound,
        StatusCodes.Status413PayloadTooLarge => Refusal.TooLarge,
        StatusCodes.Status429TooManyRequests => Refusal.TooManyAttempts,
        _ => null,
    };

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.NotFound or Refusal.WrongCode => StatusCodes.Status404NotFound,
        Refusal.TooManyAttempts => StatusCodes.Status429TooManyRequests,
        Refusal.NotAllowed or Refusal.OriginNotAllowed => StatusCodes.Status403Forbidden,
        Refusal.WrongState or Refusal.AlreadyClaimed or Refusal.Superseded or Refusal.OnHold
            or Refusal.Reserved or Refusal.AgentGone => StatusCodes.Status409Conflict,
        Refusal.Expired => StatusCodes.Status410Gone,
        Refusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
        Refusal.VersionNotSupported or Refusal.InvalidRequest or Refusal.TenantUnknown => StatusCodes.Status400BadRequest,
        Refusal.HashMismatch => StatusCodes.Status422UnprocessableEntity,
        _ => throw new UnreachableException(),
    };
}
