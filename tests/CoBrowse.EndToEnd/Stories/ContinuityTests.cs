using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Portals;
using CoBrowse.Tests.EndToEnd.Product;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

[Collection(nameof(ProductCollection))]
public sealed class ContinuityTests(ProductFixture product)
{
    private const string Changed = "document.querySelector('h1').textContent === 'Changed'";
    private const string Change = "() => { document.querySelector('h1').textContent = 'Changed' }";

    private Uri Accounts => new(product.Server.Portal, "/accounts.html");

    [Fact]
    public async Task A_reload_goes_on_without_a_new_question()
    {
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, Accounts);
        await meeting.Customer.Page.ReloadAsync();
        await meeting.Customer.Page.EvaluateAsync(Change);
        await meeting.Agent.ReplicaShowsAsync("the reloaded page", Changed);
        Assert.False(await meeting.Customer.Tree.HasAsync("dialog", "Alex Morgan"));
    }

    [Fact]
    public async Task Another_page_of_the_portal_goes_on_without_a_new_question()
    {
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, Accounts);
        await meeting.Customer.Page.GotoAsync(new Uri(product.Server.Portal, "/statement.html").ToString());
        await meeting.Agent.ReplicaShowsAsync("the statement", "document.title.includes('Statement')");
        await meeting.Agent.SeesConditionAsync("Live");
        Assert.False(await meeting.Customer.Tree.HasAsync("dialog", "Alex Morgan"));
    }

    [Fact]
    public async Task A_sign_out_ends_the_session_and_both_read_why()
    {
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, Accounts);
        await meeting.Customer.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await meeting.Customer.Page.WaitForURLAsync("**/index.html");
        await Eventually.TrueAsync("a notice for the customer", async () => (await meeting.Customer.Tree.NodesAsync())
            .Any(node => node.Name.Contains("signed out or changed the account", StringComparison.Ordinal)));
        await meeting.Agent.SeesHeadingAsync("Ended for safety");
    }

    [Fact]
    public async Task A_restarted_server_goes_on_with_the_session()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var meeting = await Meeting.StartAsync(product.Browsers, server, new Uri(server.Portal, "/accounts.html"));
        await server.StopAsync();
        await meeting.Agent.SeesConditionAsync("Connection lost");
        await server.StartAgainAsync();
        await meeting.Agent.SeesConditionAsync("Live");
        await meeting.Customer.Page.EvaluateAsync(Change);
        await meeting.Agent.ReplicaShowsAsync("a change after the restart", Changed);
        Assert.False(await meeting.Customer.Tree.HasAsync("dialog", "Alex Morgan"));
    }

    [Fact]
    public async Task A_cut_of_five_seconds_heals_and_nothing_is_lost()
    {
        await using var link = new CuttableLink(product.Server.Address);
        await using var portal = await PortalSite.StartAsync(link.Address, new Dictionary<string, string>(), new Dictionary<string, string>
        {
            ["/"] = "<!doctype html><html lang=en><head><title>Cut</title></head><body><h1>Before</h1><ol></ol></body></html>",
        });
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, portal.Address);
        link.Cut();
        await meeting.Agent.SeesConditionAsync("Customer away");
        // The page changes all along; the length of the cut is the story, not a wait for a condition.
        await meeting.Customer.Page.EvaluateAsync(
            """
            () => new Promise((done) => {
              const list = document.querySelector('ol');
              const timer = setInterval(() => {
                const item = document.createElement('li');
                item.textContent = `change ${list.children.length}`;
                list.append(item);
                if (list.children.length === 50) { clearInterval(timer); done(); }
              }, 100);
            })
            """);
        link.Mend();
        await meeting.Agent.ReplicaShowsAsync("all fifty changes", "document.querySelectorAll('li').length === 50");
        await meeting.Agent.SeesConditionAsync("Live");
        Assert.False(await meeting.Customer.Tree.HasAsync("dialog", "Alex Morgan"));
    }
}
