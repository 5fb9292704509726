using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Product;
using Microsoft.Playwright;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

[Collection(nameof(ProductCollection))]
public sealed class RefusalTests(ProductFixture product)
{
    private Uri Accounts => new(product.Server.Portal, "/accounts.html");

    [Fact]
    public async Task A_denied_agent_sees_nothing()
    {
        await using var meeting = await Meeting.AskAsync(product.Browsers, product.Server, Accounts);
        await meeting.Customer.DenyAsync();
        await meeting.Agent.SeesHeadingAsync("The customer said no");
        Assert.Null(await meeting.Agent.ReplicaAsync<string>("document.title"));
    }

    [Fact]
    public async Task Silence_is_a_no()
    {
        await using var server = await ServerProcess.StartAsync(new Dictionary<string, string> { ["Sessions:ConsentTimeout"] = "00:00:02" });
        await using var meeting = await Meeting.AskAsync(product.Browsers, server, new Uri(server.Portal, "/accounts.html"));
        await meeting.Agent.SeesHeadingAsync("No answer from the customer");
        await meeting.Customer.Tree.WaitUntilGoneAsync("dialog", "Alex Morgan");
        Assert.Null(await meeting.Agent.ReplicaAsync<string>("document.title"));
    }

    [Fact]
    public async Task A_wrong_code_is_refused_with_what_to_do()
    {
        var context = await product.Browsers.PersonAsync();
        await using var agent = await Agent.SignInAsync(context, product.Server.Address);
        await agent.JoinAsync("000000");
        await Assertions.Expect(agent.Page.GetByText("No session has this code")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_second_agent_is_asked_for_by_name_while_the_first_goes_on()
    {
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, Accounts);
        var context = await product.Browsers.PersonAsync(1920, 1200);
        await using var second = await Agent.SignInAsync(context, product.Server.Address, "Sam Rivera");
        await second.JoinAsync(meeting.Code);
        await meeting.Customer.Tree.FindAsync("dialog", "Sam Rivera");
        await meeting.Customer.Page.EvaluateAsync("() => { document.querySelector('h1').textContent = 'While asked' }");
        await meeting.Agent.ReplicaShowsAsync("a change while the question is open", "document.querySelector('h1').textContent === 'While asked'");
        Assert.Null(await second.ReplicaAsync<string>("document.title"));

        await meeting.Customer.AllowAsync();
        await second.ReplicaShowsAsync("the page", "document.querySelector('h1')?.textContent === 'While asked'");
        await meeting.Agent.SeesConditionAsync("Live");
    }

    [Fact]
    public async Task A_second_agents_refusal_concerns_only_them()
    {
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, Accounts);
        var context = await product.Browsers.PersonAsync(1920, 1200);
        await using var second = await Agent.SignInAsync(context, product.Server.Address, "Sam Rivera");
        await second.JoinAsync(meeting.Code);
        await meeting.Customer.Tree.FindAsync("dialog", "Sam Rivera");
        await meeting.Customer.DenyAsync();
        await second.SeesHeadingAsync("The customer said no");
        await meeting.Customer.Page.EvaluateAsync("() => { document.querySelector('h1').textContent = 'Still here' }");
        await meeting.Agent.ReplicaShowsAsync("a change after the refusal", "document.querySelector('h1').textContent === 'Still here'");
    }
}
