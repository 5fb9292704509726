using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Portals;
using CoBrowse.Tests.EndToEnd.Product;
using Microsoft.Playwright;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

/// <summary>An agent acts on the customer's page, as far as the customer lets them.</summary>
[Collection(nameof(ProductCollection))]
public sealed class ControlTests(ProductFixture product)
{
    [Fact]
    public async Task An_agent_clicks_and_types_where_that_is_granted_and_the_customer_comes_first()
    {
        await using var portal = await PortalSite.StartAsync(product.Server.Address, new Dictionary<string, string>(), await EmotionApp.PagesAsync(EmotionApp.Form));
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, portal.Address);
        var (customer, agent) = (meeting.Customer.Page, meeting.Agent.Page);
        await meeting.Agent.ReplicaShowsAsync("the form", "document.querySelector('#amount') !== null");
        await Assertions.Expect(agent.GetByRole(AriaRole.Button, new() { Name = "Control", Exact = true })).ToBeEnabledAsync();

        await agent.Keyboard.PressAsync("k");
        await StripAsync(agent, "Asking the customer");
        await meeting.Customer.Tree.FindAsync("dialog", "click and type for you");
        await meeting.Customer.AllowAsync();
        await StripAsync(agent, "You can click and type");
        await meeting.Customer.Tree.FindAsync("button", "Stop control");

        // The press on Allow was the customer's own: the agent waits until their hands have rested.
        await ClickAsync(meeting, "#more");
        await Eventually.TrueAsync("a press", () => customer.EvaluateAsync<bool>("() => document.querySelector('#more').textContent === 'Pressed 1 times'"));
        await ClickAsync(meeting, "#amount");
        await agent.Keyboard.TypeAsync("12345");
        await Eventually.TrueAsync("what React makes of it", () => customer.EvaluateAsync<bool>("() => document.querySelector('output').textContent === 'Amount: 12.345'"));
        await meeting.Agent.ReplicaShowsAsync("the same", "document.querySelector('#amount').value === '12.345'");

        await ClickAsync(meeting, "#note");
        await StripAsync(agent, "Click refused. It is hidden from you");
        Assert.Equal("mine", await customer.EvaluateAsync<string>("() => document.querySelector('#note').value"));

        await customer.Keyboard.PressAsync("Shift");
        await StripAsync(agent, "The customer is using their page");
        await Eventually.TrueAsync("the customer to be told", async () => (await meeting.Customer.Tree.TextAsync()).Contains("waits", StringComparison.Ordinal));
        await StripAsync(agent, "You can click and type");
        await meeting.Customer.Tree.ClickAsync("button", "Stop control");
        await StripAsync(agent, "The customer has taken control back");
        await meeting.Agent.SeesConditionAsync("Live");
        await ClickAsync(meeting, "#more");
        Assert.Equal("Pressed 1 times", await customer.EvaluateAsync<string>("() => document.querySelector('#more').textContent"));
    }

    private static Task StripAsync(IPage agent, string words) =>
        Assertions.Expect(agent.GetByTestId("control-strip")).ToContainTextAsync(words, new() { Timeout = 20_000 });

    private static async Task ClickAsync(Meeting meeting, string selector)
    {
        var stage = (await meeting.Agent.Page.Locator("iframe[sandbox]").BoundingBoxAsync())!;
        var at = await meeting.Customer.Page.EvaluateAsync<double[]>($"() => {{ const {{ x, y, width, height }} = document.querySelector('{selector}').getBoundingClientRect(); return [(x + width / 2) / innerWidth, (y + height / 2) / innerHeight]; }}");
        await meeting.Agent.Page.Mouse.ClickAsync((float)(stage.X + (at[0] * stage.Width)), (float)(stage.Y + (at[1] * stage.Height)));
    }
}
