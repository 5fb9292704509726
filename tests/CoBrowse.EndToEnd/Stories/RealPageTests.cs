using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Pictures;
using CoBrowse.Tests.EndToEnd.Portals;
using CoBrowse.Tests.EndToEnd.Product;
using Microsoft.Playwright;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

/// <summary>Pages that we did not write, through the whole product: the replica looks as the customer's page does.</summary>
[Collection(nameof(RealPagesCollection))]
public sealed class RealPageTests(ProductFixture product)
{
    private const double Threshold = 0.002;

    /// <summary>Every eighth page; with <c>COBROWSE_PAGES=all</c> every one.</summary>
    [Fact]
    public async Task Pages_of_startbootstrap_sb_admin_2_look_the_same()
    {
        var folder = Repository.Path("node_modules", "startbootstrap-sb-admin-2");
        await using var portal = await PortalSite.StartAsync(product.Server.Address, new Dictionary<string, string> { ["/"] = folder });
        var pages = Directory.GetFiles(folder, "*.html").Select(f => "/" + Path.GetFileName(f)).Order().ToArray();
        Assert.Equal(14, pages.Length);
        var all = Environment.GetEnvironmentVariable("COBROWSE_PAGES") == "all";
        await AssertLooksTheSameAsync("sb-admin-2", portal, [.. pages.Where((_, index) => all || index % 8 == 0)]);
    }

    [Fact]
    public async Task Startbootstrap_creative_with_its_libraries_looks_the_same()
    {
        await using var portal = await PortalSite.StartAsync(
            product.Server.Address, new Dictionary<string, string> { ["/"] = Repository.Path("node_modules", "startbootstrap-creative", "dist") });
        var cdn = await AssertLooksTheSameAsync("creative", portal, ["/index.html"]);
        Assert.True(cdn.Answered >= 8, $"Only {cdn.Answered} requests were answered from packages: the page was not itself.");
    }

    [Fact]
    public async Task Pages_of_govuk_components_look_the_same()
    {
        var pages = GovukPages.All();
        await using var portal = await PortalSite.StartAsync(product.Server.Address, GovukPages.Folders, pages);
        await AssertLooksTheSameAsync("govuk", portal, [.. pages.Keys]);
    }

    [Fact]
    public async Task A_react_and_emotion_app_whose_styles_are_inserted_rules_looks_the_same()
    {
        await using var portal = await PortalSite.StartAsync(product.Server.Address, new Dictionary<string, string>(), await EmotionApp.PagesAsync());
        await AssertLooksTheSameAsync("emotion", portal, ["/"], page => page.GetByRole(AriaRole.Button, new() { Name = "Open an account" }).ClickAsync());
    }

    [Fact]
    public async Task An_untouched_portal_behind_the_gateway_looks_the_same()
    {
        var folder = Repository.Path("node_modules", "startbootstrap-sb-admin-2");
        await using var portal = await PortalSite.StartAsync(server: null, new Dictionary<string, string> { ["/"] = folder });
        await using var gateway = await GatewayProcess.StartAsync(portal.Address, product.Server.Address);
        await AssertLooksTheSameAsync("gateway", gateway.Address, ["/index.html"]);
    }

    [Fact]
    public async Task The_demo_bank_looks_the_same()
    {
        await AssertLooksTheSameAsync(
            "bank", product.Server.Portal, ["/accounts.html", "/statement.html", "/mortgage.html", "/index.html"], masked: true);
    }

    private Task<Cdn> AssertLooksTheSameAsync(string name, PortalSite portal, string[] pages, Func<IPage, Task>? act = null) =>
        AssertLooksTheSameAsync(name, portal.Address, pages, act);

    private async Task<Cdn> AssertLooksTheSameAsync(string name, Uri portal, string[] pages, Func<IPage, Task>? act = null, bool masked = false)
    {
        Cdn? cdn = null;
        await using var meeting = await Meeting.StartAsync(
            product.Browsers, product.Server, new Uri(portal, pages[0]), async context =>
        {
            cdn = await Cdn.RouteAsync(context);
            await context.AddInitScriptAsync(OwnControls.Open);
        },
            // Who may see all that the demo bank shows to some.
            Meeting.Adviser);
        var agentRequests = new List<string>();
        meeting.Agent.Page.Request += (_, request) => { lock (agentRequests) agentRequests.Add(request.Url); };
        var differences = new List<string>();
        foreach (var path in pages)
        {
            if (path != pages[0]) await meeting.Customer.Page.GotoAsync(new Uri(portal, path).ToString());
            if (act is not null) await act(meeting.Customer.Page);
            await meeting.Customer.Page.Mouse.MoveAsync(0, 0);
            foreach (var place in (string[])["top", "middle"])
            {
                if (place == "middle") await meeting.Customer.Page.EvaluateAsync("() => scrollTo({ top: (document.documentElement.scrollHeight - innerHeight) / 2, behavior: 'instant' })");
                var ratio = await SettleAsync(meeting, $"{name}{path.Replace('/', '-')}-{place}", masked);
                if (ratio > Threshold) differences.Add($"{path} ({place}): {ratio:P2} of the pixels differ");
            }
        }

        Assert.Empty(differences);
        Assert.DoesNotContain(agentRequests, url => !url.StartsWith(product.Server.Address.ToString(), StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal));
        return cdn!;
    }

    /// <summary>Compares until the pictures are equal or some seconds have passed; the last ratio.</summary>
    private async Task<double> SettleAsync(Meeting meeting, string name, bool masked)
    {
        // A caret is no part of the page. What is masked differs on purpose: the page itself hides it, so both sides do.
        const string style = "* { caret-color: transparent !important }";
        if (masked)
        {
            await meeting.Customer.Page.EvaluateAsync(
                """
                () => {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync(`[data-cobrowse-mask], [data-cobrowse-block], input, select, textarea, label:has(input), iban-field { visibility: hidden !important }
                    select { width: 9rem !important }`);
                  document.adoptedStyleSheets.push(sheet);
                }
                """);
        }

        var folder = Environment.GetEnvironmentVariable("COBROWSE_PICTURES");
        PictureComparison? comparison = null;
        var limit = TimeSpan.FromSeconds(25);
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); comparison is null || (comparison.Ratio > Threshold && waited.Elapsed < limit);)
        {
            await meeting.Customer.Page.EvaluateAsync(OwnControls.Hide);
            var source = await meeting.Customer.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, Style = style });
            byte[] replica;
            try { replica = await meeting.Agent.PictureAsync(); }
            catch (PlaywrightException) when (waited.Elapsed < limit)
            {
                // The next page's replica took the place of this one in the middle of the picture.
                continue;
            }

            comparison = await PictureComparison.OfAsync(product.Browsers.Browser, source, replica, pictured: folder is not null);
            if (folder is not null)
            {
                Directory.CreateDirectory(folder);
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-1-source.png"), source);
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-2-replica.png"), replica);
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-3-difference.png"), comparison.Difference!);
            }
        }

        return comparison.Ratio;
    }
}
