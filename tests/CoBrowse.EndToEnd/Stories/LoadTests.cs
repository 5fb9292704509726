using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Portals;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

[Collection(nameof(ProductCollection))]
public sealed class LoadTests(ProductFixture product)
{
    [Fact]
    public async Task An_agent_who_joins_late_during_a_burst_sees_the_same_page()
    {
        await using var portal = await OnePageAsync("<h1>Burst</h1><ul></ul>");
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, portal.Address);
        await meeting.Customer.Page.EvaluateAsync(
            """
            () => {
              const list = document.querySelector('ul');
              let n = 0;
              window.burst = setInterval(() => {
                for (let i = 0; i < 20; i++) {
                  const item = document.createElement('li');
                  item.textContent = `row ${n++}`;
                  list.prepend(item);
                  if (list.children.length > 500) list.children[(n * 7) % 500].remove();
                }
              }, 10);
            }
            """);
        var context = await product.Browsers.PersonAsync(1920, 1200);
        await using var late = await Agent.SignInAsync(context, product.Server.Address, "Sam Rivera");
        await late.JoinAsync(meeting.Code);
        await meeting.Customer.Tree.FindAsync("dialog", "Sam Rivera");
        await meeting.Customer.AllowAsync();
        await late.ReplicaShowsAsync("rows", "document.querySelectorAll('li').length > 100");
        await meeting.Customer.Page.EvaluateAsync("() => { clearInterval(window.burst); document.querySelector('h1').textContent = 'At rest' }");

        const string rows = "document.querySelector('h1').textContent === 'At rest' ? [...document.querySelectorAll('li')].map((l) => l.textContent).join() : null";
        var source = await meeting.Customer.Page.EvaluateAsync<string>($"() => {rows}");
        foreach (var agent in (Agent[])[meeting.Agent, late])
            Assert.Equal(source, await Eventually.GetAsync("the page at rest", () => agent.ReplicaAsync<string>(rows)));
    }

    [Fact]
    public async Task A_page_of_fifty_thousand_nodes_shows_whole()
    {
        await using var portal = await OnePageAsync("<h1>Large</h1><main></main>");
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, portal.Address, context => context.AddInitScriptAsync(
            """
            addEventListener('DOMContentLoaded', () => {
              const rows = document.createDocumentFragment();
              for (let i = 0; i < 12500; i++) {
                const row = document.createElement('p');
                const label = document.createElement('b');
                label.textContent = `row ${i}`;
                row.append(label, ` of many`);
                rows.append(row);
              }
              document.querySelector('main').append(rows);
            });
            """));
        await meeting.Agent.ReplicaShowsAsync("every row", "document.querySelectorAll('main b').length === 12500", TimeSpan.FromSeconds(40));
        await meeting.Customer.Page.EvaluateAsync("() => { document.querySelector('main p:last-child b').textContent = 'the end' }");
        await meeting.Agent.ReplicaShowsAsync("a change in the last row", "document.querySelector('main p:last-child b').textContent === 'the end'");
    }

    private Task<PortalSite> OnePageAsync(string body) => PortalSite.StartAsync(product.Server.Address, new Dictionary<string, string>(), new Dictionary<string, string>
    {
        ["/"] = $"<!doctype html><html lang=en><head><title>Load</title></head><body>{body}</body></html>",
    });
}
