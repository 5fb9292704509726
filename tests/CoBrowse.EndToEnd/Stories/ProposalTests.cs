using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Product;
using Microsoft.Playwright;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

/// <summary>An agent proposes values for the customer's fields.</summary>
[Collection(nameof(ProductCollection))]
public sealed class ProposalTests(ProductFixture product)
{
    [Fact]
    public async Task A_value_is_entered_only_once_the_customer_accepts_it()
    {
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, new Uri(product.Server.Portal, "/transfer.html"));
        var (customer, agent) = (meeting.Customer, meeting.Agent.Page);
        await meeting.Agent.ReplicaShowsAsync("the form", "!!document.querySelector('#purpose')");
        var list = agent.GetByRole(AriaRole.Region, new() { Name = "Proposed values" });

        // By the mouse, on the field itself.
        await agent.Keyboard.PressAsync("v");
        await ClickAtAsync(meeting, "#payee");
        await agent.GetByLabel("Value", new() { Exact = true }).FillAsync("Stadtwerke");
        await agent.Keyboard.PressAsync("Enter");
        await customer.Tree.FindAsync("StaticText", "Alex Morgan proposes");
        await Assertions.Expect(list).ToContainTextAsync("Waiting for the customer");
        Assert.Equal("", await customer.Page.Locator("#payee").InputValueAsync());
        await AcceptAsync(customer);
        await Assertions.Expect(list).ToContainTextAsync("Accepted", new() { Timeout = 40_000 });
        Assert.Equal("Stadtwerke", await customer.Page.Locator("#payee").InputValueAsync());

        // By the keyboard, from the list of fields.
        await agent.GetByLabel("Field", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Purpose (optional)" });
        await agent.GetByLabel("Value", new() { Exact = true }).FillAsync("Invoice 17");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Propose", Exact = true }).ClickAsync();
        await customer.Tree.ClickAsync("button", "Decline");
        await Assertions.Expect(list).ToContainTextAsync("Declined", new() { Timeout = 40_000 });
        Assert.Equal("", await customer.Page.Locator("#purpose").InputValueAsync());

        // What the customer types meanwhile stands.
        await agent.GetByLabel("Field", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Purpose (optional)" });
        await agent.GetByLabel("Value", new() { Exact = true }).FillAsync("Invoice 18");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Propose", Exact = true }).ClickAsync();
        await customer.Tree.FindAsync("button", "Accept");
        await customer.Page.Locator("#purpose").PressSequentiallyAsync("mine");
        await Assertions.Expect(list).ToContainTextAsync("The customer changed the field themselves", new() { Timeout = 40_000 });
        Assert.Equal("mine", await customer.Page.Locator("#purpose").InputValueAsync());
    }

    /// <summary>Presses Accept until it takes the press: what has just come to stand there takes none yet.</summary>
    private static Task AcceptAsync(Customer customer) => Eventually.TrueAsync("the value to be accepted", async () =>
    {
        if (!await customer.Tree.HasAsync("button", "Accept"))
            return true;
        await customer.Tree.ClickAsync("button", "Accept");
        return !await customer.Tree.HasAsync("button", "Accept");
    });

    private static async Task ClickAtAsync(Meeting meeting, string selector)
    {
        var stage = (await meeting.Agent.Page.Locator("iframe[sandbox]").BoundingBoxAsync())!;
        var scale = stage.Width / 1280;
        var at = await meeting.Customer.Page.EvaluateAsync<double[]>($"() => {{ const {{ x, y, width, height }} = document.querySelector('{selector}').getBoundingClientRect(); return [x + 12, y + height / 2]; }}");
        await meeting.Agent.Page.Mouse.ClickAsync((float)(stage.X + (at[0] * scale)), (float)(stage.Y + (at[1] * scale)));
    }
}
