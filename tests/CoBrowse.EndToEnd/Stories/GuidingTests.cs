using System.Text.Json;
using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Product;
using Microsoft.Playwright;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

/// <summary>An agent draws on the customer's page.</summary>
[Collection(nameof(ProductCollection))]
public sealed class GuidingTests(ProductFixture product)
{
    /// <summary>What is drawn in a layer: the boxes of its lines, and its words.</summary>
    private const string Drawn =
        """
        const drawn = (root) => ({
          lines: [...root.querySelectorAll('g > path:last-child')].map((path) => path.getBBox()).filter(({ width }) => width > 0).map(({ x, y, width, height }) => [x, y, width, height].map(Math.round)),
          words: [...root.querySelectorAll('div')].filter((each) => each.style.background && !each.hidden).map((each) => each.textContent),
        });
        """;

    private Uri Bank(string page) => new(product.Server.Portal, page);

    [Fact]
    public async Task Drawings_stand_at_the_same_elements_on_both_sides_until_the_page_is_left()
    {
        // Our own controls live in a closed shadow root; this test opens it, to measure.
        await using var meeting = await Meeting.StartAsync(
            product.Browsers, product.Server, Bank("/accounts.html"), context => context.AddInitScriptAsync(OwnControls.Open));
        var (customer, agent) = (meeting.Customer.Page, meeting.Agent.Page);
        await meeting.Agent.ReplicaShowsAsync("the accounts", "document.querySelectorAll('#accounts > *').length > 1");
        var spotlight = agent.GetByRole(AriaRole.Button, new() { Name = "Spotlight", Exact = true });
        await Assertions.Expect(spotlight).ToBeEnabledAsync();
        var before = await customer.EvaluateAsync<string>("() => JSON.stringify([document.documentElement.outerHTML.length, document.querySelector('h1').getBoundingClientRect()])");

        await agent.Keyboard.PressAsync("s");
        await ClickAtAsync(meeting, "h1");
        await agent.Keyboard.PressAsync("t");
        await ClickAtAsync(meeting, "h1");
        var heading = await customer.EvaluateAsync<int[]>("() => { const { x, y, width, height } = document.querySelector('h1').getBoundingClientRect(); return [x - 6, y - 6, width + 12, height + 12].map(Math.round); }");
        await LinesAsync(meeting, "the heading lit", heading);
        await Eventually.TrueAsync("an approved text", async () => (await OnCustomerAsync(meeting)).GetProperty("words").EnumerateArray().Select(word => word.GetString()).SequenceEqual(["Click here"]));
        Assert.Equal(before, await customer.EvaluateAsync<string>("() => JSON.stringify([document.documentElement.outerHTML.length, document.querySelector('h1').getBoundingClientRect()])"));

        await customer.EvaluateAsync("() => { document.body.style.minHeight = '4000px'; scrollTo(0, 60); }");
        await LinesAsync(meeting, "the heading lit where it is now", [heading[0], heading[1] - 60, heading[2], heading[3]]);
        await meeting.Customer.Page.GotoAsync(Bank("/statement.html").ToString());
        await meeting.Agent.ReplicaShowsAsync("another page", "document.querySelector('h1')?.textContent.includes('tatement')");
        await LinesAsync(meeting, "nothing drawn any more");
    }

    private static async Task ClickAtAsync(Meeting meeting, string selector)
    {
        var stage = (await meeting.Agent.Page.Locator("iframe[sandbox]").BoundingBoxAsync())!;
        var scale = stage.Width / 1280;
        var at = await meeting.Customer.Page.EvaluateAsync<double[]>($"() => {{ const {{ x, y, width, height }} = document.querySelector('{selector}').getBoundingClientRect(); return [x + 12, y + height / 2]; }}");
        await meeting.Agent.Page.Mouse.ClickAsync((float)(stage.X + (at[0] * scale)), (float)(stage.Y + (at[1] * scale)));
    }

    private static async Task LinesAsync(Meeting meeting, string what, params int[][] expected)
    {
        var wanted = JsonSerializer.Serialize(expected);
        await Eventually.TrueAsync($"{what} for the customer", async () => (await OnCustomerAsync(meeting)).GetProperty("lines").GetRawText() == wanted);
        await Eventually.TrueAsync($"{what} for the agent", async () => (await OnAgentAsync(meeting)).GetProperty("lines").GetRawText() == wanted);
    }

    private static Task<JsonElement> OnCustomerAsync(Meeting meeting) => meeting.Customer.Page.EvaluateAsync<JsonElement>(
        $$"""() => { {{Drawn}} const host = [...document.querySelectorAll('[data-cobrowse-ui]')].find((each) => each.shadowRoot?.querySelector('.guide')); return host ? drawn(host.shadowRoot.querySelector('.guide')) : { lines: [], words: [] }; }""");

    private static Task<JsonElement> OnAgentAsync(Meeting meeting) => meeting.Agent.Page.EvaluateAsync<JsonElement>(
        $$"""() => { {{Drawn}} const layer = document.querySelector('[class*=drawings]'); return layer ? drawn(layer) : { lines: [], words: [] }; }""");
}
