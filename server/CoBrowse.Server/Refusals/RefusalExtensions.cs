using CoBrowse.Storage;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Refusals;

internal static class RefusalExtensions
{
    public static void AddRefusals(this WebApplicationBuilder builder)
    {
        // The framework's line for each request holds the query, and hubs take their ticket there.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        // At Debug these two write what agents type, such as codes, and paths, where assets have their capability.
        builder.Logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            if (context.Exception is UnreadableRowsException broken)
                context.ProblemDetails.Detail = $"A row of the table {broken.Table} cannot be read: something else than this server has written to the database. Keep it as it is, and check a copy with the command `audit verify`.";
            var extensions = context.ProblemDetails.Extensions;
            if (!extensions.ContainsKey("reason") && RefusalProblem.ForStatus(context.ProblemDetails.Status) is { } reason)
                extensions["reason"] = reason.ToString();
        });
        builder.Services.AddOpenApi();
    }

    /// <summary>All mistakes of all sections at once, before the first part of the application reads its own.</summary>
    public static void ValidateOptions(this WebApplication app) => app.Services.GetRequiredService<IStartupValidator>().Validate();

    public static void UseRefusals(this WebApplication app)
    {
        // A body that breaks off, is too long or is no JSON is the caller's mistake, not ours.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = error => error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
        app.Use((context, next) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });
    }
}
