using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Portals;
using CoBrowse.Tests.EndToEnd.Product;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

[Collection(nameof(RealPagesCollection))]
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

    [Fact]
    public async Task On_a_slow_network_the_newest_state_arrives_and_what_it_replaces_stays_behind()
    {
        const int Frames = 240;
        await using var link = new CuttableLink(product.Server.Address, bytesPerSecond: 32_000);
        await using var portal = await OnePageAsync("<h1>Slow</h1><main></main>", link.Address);
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, portal.Address);
        var before = link.Passed;
        var written = await meeting.Customer.Page.EvaluateAsync<long>(
            $$"""
            () => new Promise((done) => {
              const main = document.querySelector('main');
              let frame = 0;
              let written = 0;
              const step = () => {
                const words = Array.from(crypto.getRandomValues(new Uint8Array(3000)), (byte) => 'abcdefghijklmnop'[byte % 16]).join('');
                main.replaceChildren(Object.assign(document.createElement('p'), { textContent: words }));
                written += words.length;
                if (++frame < {{Frames}}) requestAnimationFrame(step);
                else { document.querySelector('h1').textContent = 'Newest'; done(written); }
              };
              step();
            })
            """);
        await meeting.Agent.ReplicaShowsAsync("the newest state", "document.querySelector('h1').textContent === 'Newest'");
        const string words = "document.querySelector('main').textContent";
        Assert.Equal(await meeting.Customer.Page.EvaluateAsync<string>($"() => {words}"), await meeting.Agent.ReplicaAsync<string>(words));
        Assert.InRange(link.Passed - before, 1, written / 3);
    }

    private Task<PortalSite> OnePageAsync(string body, Uri? server = null) => PortalSite.StartAsync(server ?? product.Server.Address, new Dictionary<string, string>(), new Dictionary<string, string>
    {
        ["/"] = $"<!doctype html><html lang=en><head><title>Load</title></head><body>{body}</body></html>",
    });
}
