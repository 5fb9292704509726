using System.Collections.Concurrent;
using CoBrowse.Tests.EndToEnd.Driving;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

[Collection(nameof(ProductCollection))]
public sealed class ConsolePolicyTests(ProductFixture product)
{
    private const string Remember =
        "addEventListener('securitypolicyviolation', (e) => console.error(`Content Security Policy: ${e.effectiveDirective} ${e.sourceFile} ${e.sample}`))";

    [Fact]
    public async Task A_whole_session_breaks_no_rule_of_the_consoles_policy()
    {
        var complaints = new ConcurrentQueue<string>();
        var customerContext = await product.Browsers.PersonAsync();
        var agentContext = await product.Browsers.PersonAsync(1920, 1200);
        agentContext.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("Trusted", StringComparison.Ordinal))
                complaints.Enqueue(message.Text);
        };
        await agentContext.AddInitScriptAsync(Remember);
        await using var agent = await Agent.SignInAsync(agentContext, product.Server.Address);
        await using var customer = await Customer.OpenBankAsync(customerContext, new Uri(product.Server.Portal, "/accounts.html"));
        await agent.JoinAsync(await customer.AskForHelpAsync());
        await customer.Tree.FindAsync("dialog", "Alex Morgan");
        await customer.AllowAsync();
        await agent.SeesConditionAsync("Live");
        await agent.ReplicaShowsAsync("the accounts", "document.querySelectorAll('#accounts > *').length > 1");

        // A page with an iframe, whose document the replica makes itself.
        await customer.Page.GotoAsync(new Uri(product.Server.Portal, "/messages.html").ToString());
        await agent.ReplicaShowsAsync("the inbox", "[...document.querySelectorAll('iframe')].some((f) => f.contentDocument?.body?.textContent.length > 50)");
        await agent.Page.Keyboard.PressAsync("?");
        await agent.SeesHeadingAsync("Keyboard shortcuts");
        await agent.Page.Keyboard.PressAsync("Escape");

        await customer.StopAsync();
        await agent.SeesHeadingAsync("The customer ended the session");
        Assert.Empty(complaints);

        var written = await agent.Page.EvaluateAsync<string>(
            "() => { try { document.body.insertAdjacentHTML('beforeend', '<i></i>'); return 'written'; } catch (error) { return error.name; } }");
        Assert.Equal("TypeError", written);
        Assert.NotEmpty(complaints);
    }
}
