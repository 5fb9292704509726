using System.Globalization;
using System.Text;
using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Leaks;
using CoBrowse.Tests.EndToEnd.Portals;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

/// <summary>Plants secrets in a customer's page and looks for them in all that leaves it and all that is kept.</summary>
[Collection(nameof(RealPagesCollection))]
public sealed class LeakTests(ProductFixture product)
{
    /// <summary>Where text shows unless a rule says otherwise. What stands for a secret is replaced.</summary>
    private const string Markup = """
        <p id="control" title="¤">¤</p>
        <input id="typed"><textarea id="area"></textarea><input type="password" id="password"><div contenteditable id="editor"></div>
        <input value="¤"><input type="hidden" value="¤"><textarea>¤</textarea>
        <select><optgroup label="¤"><option value="¤">¤</option></optgroup></select><input list="l"><datalist id="l"><option>¤</option></datalist>
        <!--¤--><template>¤</template><noscript>¤</noscript><script type="application/json">"¤"</script><meta name="description" content="¤">
        <a href="/a?q=¤">x</a><a href="/a#¤">x</a><a href="mailto:¤@example.com">x</a><a href="https://¤@example.com/">x</a>
        <form action="/pay?¤"><button formaction="/pay?¤">x</button></form><p onclick="¤" secret="¤">x</p><iframe name="¤" srcdoc="<!--¤--><input value='¤'>"></iframe>
        <div data-cobrowse-mask class="¤" id="¤" title="¤" data-who="¤" style="--who: ¤"><b aria-label="¤">¤</b><a href="/¤">¤</a><img alt="¤" src="data:image/svg+xml,¤">
          <svg id="¤"><title>¤</title><text>¤</text></svg><style>.x::before { content: '¤' }</style><acct-¤>¤</acct-¤></div>
        <div data-cobrowse-block class="¤" title="¤">¤</div>
        """;

    private const string Plant = """
        ([secrets, first]) => {
          let next = first;
          history.replaceState({ who: secrets[next] }, '', '?q=' + secrets[next] + '#' + secrets[next++]);
          window.name = secrets[next++];
          sessionStorage.setItem('who', secrets[next++]);
          document.querySelector('#area').setCustomValidity(secrets[next++]);
          const masked = document.querySelector('[data-cobrowse-mask]');
          masked.attachShadow({ mode: 'open' }).innerHTML = `<slot></slot><p title="${secrets[next]}">${secrets[next++]}</p>`;
          const moved = document.createElement('p');
          moved.textContent = secrets[next++];
          masked.append(moved);
          return next;
        }
        """;

    [Fact]
    public async Task Nothing_that_is_hidden_is_on_the_way_with_the_agent_or_kept()
    {
        var secrets = Enumerable.Range(0, 80).Select(Secret).ToList();
        var parts = Markup.Split('¤');
        var written = string.Concat(parts.Select((part, at) => at == 0 ? part : secrets[at - 1] + part));
        await using var portal = await PortalSite.StartAsync(
            product.Server.Address, new Dictionary<string, string>(), new Dictionary<string, string> { ["/"] = $"<!doctype html><html><head><title>Bank</title></head><body><main>{written}</main></body></html>" });
        SentBytes? sent = null;
        await using var meeting = await Meeting.AskAsync(
            product.Browsers, product.Server, portal.Address,
            context => { sent = new SentBytes(context); return Task.CompletedTask; });
        var (customer, agent) = (meeting.Customer.Page, meeting.Agent);
        var planted = await customer.EvaluateAsync<int>(Plant, new object[] { secrets, parts.Length - 1 });
        await meeting.Customer.AllowAsync();
        await agent.SeesConditionAsync("Live");
        await agent.ReplicaShowsAsync("what is not hidden", $"document.querySelector('#control')?.textContent === '{secrets[1]}'");

        foreach (var field in new[] { "typed", "area", "password", "editor" }) await customer.Locator($"#{field}").PressSequentiallyAsync(secrets[planted++]);
        await customer.EvaluateAsync(
            """
            ([again, error]) => {
              document.querySelector('#password').type = 'text';
              const moved = document.querySelector('[data-cobrowse-mask] p');
              document.querySelector('main').append(moved, moved.cloneNode(true));
              document.querySelector('[data-cobrowse-mask]').innerHTML = `<p class="${again}">${again}</p>`;
              document.querySelector('[data-cobrowse-mask]').removeAttribute('data-cobrowse-mask');
              console.error(error);
              document.querySelector('main').append(Object.assign(document.createElement('p'), { id: 'after' }));
            }
            """,
            new[] { secrets[planted++], secrets[planted++] });
        await agent.ReplicaShowsAsync("what came after", "!!document.querySelector('#after')");
        var seen = await agent.Page.ContentAsync() + await agent.ReplicaAsync<string>(
            "document.documentElement.outerHTML + [...document.querySelectorAll('*')].map((e) => `${e.value} ${e.shadowRoot?.innerHTML} ${e.contentDocument?.documentElement.outerHTML}`).join()");
        await meeting.Customer.StopAsync();
        await agent.SeesHeadingAsync("The customer ended the session");

        // The control: what is meant to be seen is found, or the search is void.
        var left = await sent!.AllAsync();
        Assert.Contains(left, bytes => Spellings.Hold(bytes, secrets[1]));
        Assert.Contains(secrets[1], seen, StringComparison.Ordinal);

        var hidden = secrets[2..planted];
        Assert.Equal([], hidden.Where(each => left.Any(bytes => Spellings.Hold(bytes, each))));
        Assert.Equal([], hidden.Where(each => Spellings.Hold(Encoding.UTF8.GetBytes(seen), each)));
        Assert.Equal([], secrets[..planted].Where(each => Spellings.Hold(Encoding.UTF8.GetBytes(product.Server.Log), each)));
        // The server has no meters of its own; the framework's tell of requests, connections and hubs.
        var metered = await product.Server.MetersAsync();
        Assert.Contains("http.route=/api/customer/sessions", metered, StringComparison.Ordinal);
        Assert.Contains("Microsoft.AspNetCore.Http.Connections signalr.server.active_connections", metered, StringComparison.Ordinal);
        Assert.Equal([], secrets[..planted].Append(meeting.Code).Where(each => Spellings.Hold(Encoding.UTF8.GetBytes(metered), each)));
        var kept = Directory.EnumerateFiles(product.Server.Folder, "*", SearchOption.AllDirectories).Select(Read).ToList();
        // The control: the audit says what happened. Who it was is sealed.
        Assert.Contains(kept, bytes => Spellings.Hold(bytes, "view-began"));
        Assert.DoesNotContain(kept, bytes => Spellings.Hold(bytes, "Alex Morgan"));
        Assert.Equal([], hidden.Where(each => kept.Any(bytes => Spellings.Hold(bytes, each))));
    }

    /// <summary>Lower case letters alone, which pass for a word, a name or a part of an address.</summary>
    private static string Secret(int index) => string.Create(CultureInfo.InvariantCulture, $"zqk{(char)('a' + index / 26)}{(char)('a' + index % 26)}vjwx");

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
