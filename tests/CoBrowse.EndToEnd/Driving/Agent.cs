using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CoBrowse.Tests.EndToEnd.Driving;

/// <summary>An agent in the console.</summary>
internal sealed partial class Agent(IPage page) : IAsyncDisposable
{
    // The replica's frame may not run scripts, so it is read from the console's own document.
    private const string Shown = "[...document.querySelectorAll('iframe[sandbox]')].find((f) => f.style.visibility !== 'hidden' && f.checkVisibility())";

    public IPage Page { get; } = page;

    /// <summary>Opens the console and signs in at the development issuer.</summary>
    public static async Task<Agent> SignInAsync(IBrowserContext context, Uri server, string name = "Alex Morgan")
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(server, "/console/").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = AccountMenu() }).WaitForAsync();
        // Enter does nothing in the code field until the hub answers.
        await page.GetByText("Connected", new() { Exact = true }).WaitForAsync();
        return new Agent(page);
    }

    public async Task JoinAsync(string code)
    {
        var field = Page.GetByLabel("Join with a code");
        await field.FillAsync(code);
        await field.PressAsync("Enter");
    }

    public Task ClaimFirstAsync() => Page.GetByRole(AriaRole.Button, new() { NameRegex = ClaimButton() }).First.ClickAsync();

    /// <summary>Waits until the session bar says <paramref name="condition"/>.</summary>
    public Task SeesConditionAsync(string condition) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Session", Exact = true }).GetByRole(AriaRole.Status)).ToContainTextAsync(condition, new() { Timeout = 40_000 });

    public Task SeesHeadingAsync(string heading) => Page.GetByRole(AriaRole.Heading, new() { Name = heading }).WaitForAsync(new() { Timeout = 40_000 });

    /// <summary>Evaluates an expression on <c>document</c>, the replica's; null while no replica shows.</summary>
    public Task<T?> ReplicaAsync<T>(string expression) => Page.EvaluateAsync<T?>(
        $"() => {{ const frame = {Shown}; const document_ = frame && frame.contentDocument; return document_ ? ((document) => ({expression}))(document_) ?? null : null; }}");

    /// <summary>Waits until the expression on the replica's <c>document</c> is true.</summary>
    public Task ReplicaShowsAsync(string what, string expression, TimeSpan? limit = null) =>
        Eventually.TrueAsync($"the replica to show {what}", async () => await ReplicaAsync<bool>(expression), limit);

    /// <summary>All text of the replica, as it would be copied.</summary>
    public async Task<string> ReplicaTextAsync() => await ReplicaAsync<string>("document.documentElement.innerText") ?? "";

    /// <summary>The replica alone at its true size, without the console's overlays.</summary>
    public async Task<byte[]> PictureAsync()
    {
        // A long element is pictured through a viewport that fits it, so the console's own layout must not scroll it.
        await Page.GetByText("100 %", new() { Exact = true }).Last.ClickAsync();
        var frame = Page.Locator("iframe[sandbox]:not([style*='visibility: hidden'])");
        const string overlays = "[...document.querySelectorAll('div:has(> div > iframe[sandbox]) ~ *')].forEach((overlay) => overlay.style.setProperty('visibility', '{0}', 'important'))";
        await Page.EvaluateAsync(overlays.Replace("{0}", "hidden", StringComparison.Ordinal));
        try { return await frame.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }); }
        finally { await Page.EvaluateAsync(overlays.Replace("{0}", "", StringComparison.Ordinal)); }
    }

    public async ValueTask DisposeAsync() => await Page.CloseAsync();

    [GeneratedRegex("^Signed in as")]
    private static partial Regex AccountMenu();

    [GeneratedRegex("^Claim")]
    private static partial Regex ClaimButton();
}
