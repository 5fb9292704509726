using CoBrowse.Server.Tickets;
using Microsoft.AspNetCore.Authorization;

namespace CoBrowse.Server.Identity;

/// <summary>Who may call what. Endpoints take bearer tokens, hubs take tickets, and neither takes the other.</summary>
internal static class Policies
{
    public const string Bearer = "bearer";
    public const string CustomerScheme = "customer";

    public const string Participant = "participant";
    public const string Customer = "customer";
    public const string Agent = "agent";
    public const string Administrator = "administrator";
    public const string CustomerHub = "customer-hub";
    public const string AgentHub = "agent-hub";

    public static void Add(AuthorizationOptions options)
    {
        Add(options, Participant, Bearer, Roles.Customer, Roles.Agent, Roles.Supervisor);
        Add(options, Customer, Bearer, Roles.Customer);
        Add(options, Agent, Bearer, Roles.Agent, Roles.Supervisor);
        Add(options, Administrator, Bearer, Roles.Administrator);
        Add(options, CustomerHub, TicketScheme.Name, Roles.Customer);
        Add(options, AgentHub, TicketScheme.Name, Roles.Agent, Roles.Supervisor);
    }

    private static void Add(AuthorizationOptions options, string name, string scheme, params string[] roles) =>
        options.AddPolicy(name, policy => policy
            .AddAuthenticationSchemes(scheme)
            .RequireAuthenticatedUser()
            .RequireAssertion(context => Caller.Is(context.User, roles)));
}
