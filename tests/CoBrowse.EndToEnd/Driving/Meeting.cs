using CoBrowse.Tests.EndToEnd.Product;
using Microsoft.Playwright;

namespace CoBrowse.Tests.EndToEnd.Driving;

/// <summary>A customer and an agent in one session, each in a browser of their own.</summary>
internal sealed class Meeting : IAsyncDisposable
{
    /// <summary>The demo agent of the support desk.</summary>
    public const string Support = "Alex Morgan";

    /// <summary>The demo agent who may see balances.</summary>
    public const string Adviser = "Sam Rivera";

    private Meeting(IBrowserContext customerContext, IBrowserContext agentContext, Customer customer, Agent agent, string code)
    {
        CustomerContext = customerContext;
        AgentContext = agentContext;
        Customer = customer;
        Agent = agent;
        Code = code;
    }

    public IBrowserContext CustomerContext { get; }

    public IBrowserContext AgentContext { get; }

    public Customer Customer { get; }

    public Agent Agent { get; }

    public string Code { get; }

    /// <summary>The customer asks for help on <paramref name="page"/>, the agent joins with the code; the question is open.</summary>
    public static async Task<Meeting> AskAsync(BrowserFixture browsers, ServerProcess server, Uri page, Func<IBrowserContext, Task>? prepare = null, string agentName = Support)
    {
        var customerContext = await browsers.PersonAsync();
        if (prepare is not null) await prepare(customerContext);
        // Wide enough for the customer's whole window at its true size beside the queue.
        var agentContext = await browsers.PersonAsync(1920, 1200);
        var agent = await Agent.SignInAsync(agentContext, server.Address, agentName);
        var customer = page.Authority == server.Portal.Authority ? await Customer.OpenBankAsync(customerContext, page) : await Customer.OpenAsync(customerContext, page);
        var code = await customer.AskForHelpAsync();
        await agent.JoinAsync(code);
        await customer.Tree.FindAsync("dialog", agentName);
        return new Meeting(customerContext, agentContext, customer, agent, code);
    }

    /// <summary>As <see cref="AskAsync"/>, and the customer allows it; the replica shows.</summary>
    public static async Task<Meeting> StartAsync(BrowserFixture browsers, ServerProcess server, Uri page, Func<IBrowserContext, Task>? prepare = null, string agentName = Support)
    {
        var meeting = await AskAsync(browsers, server, page, prepare, agentName);
        await meeting.Customer.AllowAsync();
        await meeting.Agent.SeesConditionAsync("Live");
        return meeting;
    }

    public async ValueTask DisposeAsync()
    {
        await CustomerContext.CloseAsync();
        await AgentContext.CloseAsync();
    }
}
