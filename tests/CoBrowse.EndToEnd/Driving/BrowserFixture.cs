using Microsoft.Playwright;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Driving;

/// <summary>One Chromium for all stories; each takes contexts of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? playwright;

    internal IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await BusyTurn.TakeAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = await Chromium.PathAsync(),
            Args = Chromium.Arguments,
            Headless = true,
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.CloseAsync();
        playwright?.Dispose();
    }

    /// <summary>A browser of its own for one person: storage and cookies apart from everybody else's.</summary>
    internal Task<IBrowserContext> PersonAsync(int width = 1280, int height = 800) =>
        Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "en-GB" });
}
