using System.Text.Encodings.Web;
using CoBrowse.Server.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Tickets;

/// <summary>Authenticates a hub's requests by a ticket: in the query for WebSockets, as a bearer otherwise.</summary>
internal sealed class TicketScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TicketBooth booth)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ticket";

    private const string TokenItem = "cobrowse/token";

    /// <summary>The token behind the ticket that opened a connection, which stays out of its claims.</summary>
    public static string? TokenOf(HttpContext? context) => context?.Items[TokenItem] as string;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Read() is not { } text)
            return Task.FromResult(AuthenticateResult.NoResult());
        var caller = Request.Path.Value?.EndsWith("/negotiate", StringComparison.Ordinal) == true
            ? booth.Look(text)
            // Without a negotiation there is no id: such a connection can use the ticket once.
            : booth.Take(text, Request.Query["id"] is [{ Length: > 0 } id] ? id : Context.TraceIdentifier);
        if (caller is null)
            return Task.FromResult(AuthenticateResult.Fail("The ticket is unknown, expired or used."));
        Context.Items[TokenItem] = booth.TokenOf(text);
        // The connection closes when the token that bought the ticket expires.
        var properties = new AuthenticationProperties { ExpiresUtc = caller.ExpiresAt };
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(Name), properties, Name)));
    }

    private string? Read()
    {
        if (Request.Query["access_token"] is [{ Length: > 0 } query])
            return query;
        const string prefix = "Bearer ";
        return Request.Headers.Authorization is [{ } header] && header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            ? header[prefix.Length..].Trim()
            : null;
    }
}
