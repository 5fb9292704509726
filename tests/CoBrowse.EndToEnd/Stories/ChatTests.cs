using System.Text;
using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Leaks;
using CoBrowse.Tests.EndToEnd.Product;
using Microsoft.Playwright;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

/// <summary>A customer and an agent write to each other.</summary>
[Collection(nameof(ProductCollection))]
public sealed class ChatTests(ProductFixture product)
{
    [Fact]
    public async Task Both_write_over_a_page_load_and_a_card_number_never_leaves()
    {
        SentBytes? sent = null;
        await using var meeting = await Meeting.StartAsync(
            product.Browsers, product.Server, new Uri(product.Server.Portal, "/accounts.html"),
            context => { sent = new SentBytes(context); return Task.CompletedTask; });
        var (customer, agent) = (meeting.Customer, meeting.Agent.Page);
        var log = agent.GetByRole(AriaRole.Log);
        await agent.Keyboard.PressAsync("m");
        await agent.Keyboard.TypeAsync("zqkhellovjwx, shall I help?");
        await agent.Keyboard.PressAsync("Enter");
        await Assertions.Expect(log).ToContainTextAsync("Delivered", new() { Timeout = 40_000 });

        await customer.Tree.ClickAsync("button", "Chat 1");
        await customer.Tree.FindAsync("StaticText", "zqkhellovjwx, shall I help?");
        await customer.Page.Keyboard.TypeAsync("zqkcardvjwx is 4111 1111 1111 1111");
        await customer.Tree.FindAsync("StaticText", "This looks like a card or account number");
        await customer.Page.Keyboard.PressAsync("Enter");
        await customer.Tree.FindAsync("StaticText", "Your card or account number was not sent");
        await customer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(log).ToContainTextAsync("zqkcardvjwx is ••••", new() { Timeout = 40_000 });

        await customer.Page.GotoAsync(new Uri(product.Server.Portal, "/statement.html").ToString());
        await agent.Keyboard.TypeAsync("Are you still there?");
        await agent.Keyboard.PressAsync("Enter");
        // The chat was open, and is again.
        foreach (var text in new[] { "zqkhellovjwx, shall I help?", "zqkcardvjwx is ••••", "Are you still there?" })
            await customer.Tree.FindAsync("StaticText", text);
        await customer.StopAsync();
        await meeting.Agent.SeesHeadingAsync("The customer ended the session");

        // The control: what was written has left, or the search is void.
        var left = await sent!.AllAsync();
        Assert.Contains(left, bytes => Spellings.Hold(bytes, "zqkcardvjwx"));
        foreach (var number in new[] { "4111 1111 1111 1111", "4111111111111111", "1111 1111" })
            Assert.DoesNotContain(left, bytes => Spellings.Hold(bytes, number));
        // What is said stays between those who say it.
        foreach (var word in new[] { "zqkhellovjwx", "zqkcardvjwx" })
        {
            Assert.False(Spellings.Hold(Encoding.UTF8.GetBytes(product.Server.Log), word));
            Assert.False(Spellings.Hold(Encoding.UTF8.GetBytes(await product.Server.MetersAsync()), word));
        }
    }
}
