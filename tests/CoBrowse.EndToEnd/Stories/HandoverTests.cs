using System.Text.RegularExpressions;
using CoBrowse.Tests.EndToEnd.Driving;
using Microsoft.Playwright;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

/// <summary>Two agents, a supervisor and one customer, who never begins anew.</summary>
[Collection(nameof(ProductCollection))]
public sealed partial class HandoverTests(ProductFixture product)
{
    [Fact]
    public async Task A_customer_is_handed_over_and_a_supervisor_watches()
    {
        var samsContext = await product.Browsers.PersonAsync(1920, 1200);
        await using var sam = await Agent.SignInAsync(samsContext, product.Server.Address, Meeting.Adviser);
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, new Uri(product.Server.Portal, "/accounts.html"));
        var (alex, customer) = (meeting.Agent, meeting.Customer);
        await alex.ReplicaShowsAsync("the accounts", "document.querySelectorAll('#accounts > *').length > 1");
        await customer.Page.EvaluateAsync("() => { window.never = 'begun anew'; document.querySelector('h1').textContent = 'Before' }");

        await alex.Page.Keyboard.PressAsync("h");
        await alex.Page.GetByRole(AriaRole.Button, new() { NameRegex = AskSam() }).ClickAsync();
        await sam.Page.GetByRole(AriaRole.Heading, new() { Name = "Alex Morgan asks you to take over" }).WaitForAsync();
        await sam.Page.Keyboard.PressAsync("y");
        await customer.Tree.FindAsync("StaticText", "Alex Morgan hands over to Sam Rivera.");
        await alex.Page.GetByText("Sam Rivera takes over as soon as the customer agrees.").WaitForAsync();
        await customer.Page.EvaluateAsync("() => { document.querySelector('h1').textContent = 'Meanwhile' }");
        await alex.ReplicaShowsAsync("what happens meanwhile", "document.querySelector('h1')?.textContent === 'Meanwhile'");
        Assert.Null(await sam.ReplicaAsync<string>("document.title"));

        await customer.AllowAsync();
        await alex.SeesHeadingAsync("Handed over");
        await sam.SeesConditionAsync("Live");
        await sam.ReplicaShowsAsync("what showed before", "document.querySelector('h1')?.textContent === 'Meanwhile'");
        await customer.Tree.FindAsync("StaticText", "Sam Rivera sees this page");
        Assert.Equal("begun anew", await customer.Page.EvaluateAsync<string>("() => window.never"));

        var kimsContext = await product.Browsers.PersonAsync(1920, 1200);
        await using var kim = await Agent.SignInAsync(kimsContext, product.Server.Address, "Kim Sander");
        await kim.Page.GetByRole(AriaRole.Button, new() { NameRegex = WatchSam() }).ClickAsync();
        await customer.Tree.FindAsync("dialog", "Kim Sander");
        await customer.AllowAsync();
        await kim.ReplicaShowsAsync("the page", "document.querySelector('h1')?.textContent === 'Meanwhile'");
        await customer.Tree.FindAsync("StaticText", "Sam Rivera and Kim Sander see this page");
        await samsContext.CloseAsync();
        await kimsContext.CloseAsync();
    }

    [GeneratedRegex("^Ask Sam Rivera")]
    private static partial Regex AskSam();

    [GeneratedRegex("^Watch Sam Rivera")]
    private static partial Regex WatchSam();
}
