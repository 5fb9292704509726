using CoBrowse.Tests.EndToEnd.Driving;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

[Collection(nameof(ProductCollection))]
public sealed class WholeStoryTests(ProductFixture product)
{
    private Uri Bank(string page) => new(product.Server.Portal, page);

    [Fact]
    public async Task A_customer_is_helped_from_asking_to_stopping()
    {
        await using var meeting = await Meeting.AskAsync(product.Browsers, product.Server, Bank("/accounts.html"));
        Assert.Null(await meeting.Agent.ReplicaAsync<string>("document.title"));

        await meeting.Customer.AllowAsync();
        await meeting.Agent.SeesConditionAsync("Live");
        await meeting.Agent.ReplicaShowsAsync("the accounts", "document.querySelectorAll('#accounts > *').length > 1");
        await meeting.Customer.Tree.FindAsync("StaticText", "Alex Morgan");

        await meeting.Customer.Page.EvaluateAsync("() => { document.querySelector('h1').textContent = 'Seen live' }");
        await meeting.Agent.ReplicaShowsAsync("the change", "document.querySelector('h1').textContent === 'Seen live'");

        await meeting.Customer.StopAsync();
        await meeting.Agent.SeesHeadingAsync("The customer ended the session");
        Assert.Null(await meeting.Agent.ReplicaAsync<string>("document.title"));
    }

    [Fact]
    public async Task A_waiting_customer_is_claimed_from_the_queue_and_the_agent_ends()
    {
        var customerContext = await product.Browsers.PersonAsync();
        var agentContext = await product.Browsers.PersonAsync(1920, 1200);
        await using var agent = await Agent.SignInAsync(agentContext, product.Server.Address, "Sam Rivera");
        await using var customer = await Customer.OpenBankAsync(customerContext, Bank("/transfer.html"));
        await customer.AskForHelpAsync();
        await agent.ClaimFirstAsync();
        await customer.Tree.FindAsync("dialog", "Sam Rivera");
        await customer.AllowAsync();
        await agent.SeesConditionAsync("Live");

        await agent.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await agent.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "End session" }).ClickAsync();
        await agent.SeesHeadingAsync("The session has ended");
        await customer.Tree.FindAsync("StaticText", "The other person has ended it");
    }

    [Fact]
    public async Task What_a_customer_types_never_reaches_the_agent()
    {
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, Bank("/transfer.html"));
        var received = new List<byte[]>();
        await meeting.Customer.Page.Locator("input:visible").First.FillAsync("CANARY-5121");
        await meeting.Customer.Page.EvaluateAsync("() => { document.title = document.title; document.body.append(Object.assign(document.createElement('p'), { id: 'after', textContent: 'typed' })) }");
        await meeting.Agent.ReplicaShowsAsync("what came after the typing", "!!document.querySelector('#after')");
        var values = await meeting.Agent.ReplicaAsync<string>("JSON.stringify([...document.querySelectorAll('input, select, textarea')].map((i) => [i.value, i.getAttribute('value')])) + document.documentElement.outerHTML");
        Assert.DoesNotContain("CANARY", values, StringComparison.Ordinal);
        Assert.DoesNotContain("5121", values, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agents_pointer_shows_on_the_customers_page_where_it_points()
    {
        // Our own controls live in a closed shadow root; this test alone opens it, to measure.
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, Bank("/accounts.html"), context => context.AddInitScriptAsync(OwnControls.Open));
        await meeting.Agent.ReplicaShowsAsync("the accounts", "document.querySelectorAll('#accounts > *').length > 1");
        var box = (await meeting.Agent.Page.Locator("iframe[sandbox]").BoundingBoxAsync())!;
        var scale = box.Width / 1280;
        const float x = 420, y = 300;
        await Eventually.TrueAsync("the agent's hand at the same place", async () =>
        {
            // The stage takes the mouse once the picture is live, and a hand that lies still is not sent again.
            await meeting.Agent.Page.Mouse.MoveAsync(box.X + (x - 2) * scale, box.Y + y * scale);
            await meeting.Agent.Page.Mouse.MoveAsync(box.X + x * scale, box.Y + y * scale);
            return await meeting.Customer.Page.EvaluateAsync<bool>($$"""
            () => [...document.querySelectorAll('[data-cobrowse-ui]')].some((host) => {
              const hand = host.shadowRoot?.querySelector('.hand:not([hidden])');
              const box = hand?.getBoundingClientRect();
              return !!box && hand.textContent.includes('Alex') && Math.abs(box.x - {{x}}) < 12 && Math.abs(box.y - {{y}}) < 12;
            })
            """);
        });
    }
}
