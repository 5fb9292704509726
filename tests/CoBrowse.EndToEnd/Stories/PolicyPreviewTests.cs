using System.Text;
using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Product;
using Microsoft.Playwright;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

/// <summary>An administrator sees a saved page as agents see it now, and as they would.</summary>
[Collection(nameof(ProductCollection))]
public sealed class PolicyPreviewTests(ProductFixture product)
{
    private const string Page =
        """
        <!doctype html><title>Saved</title><style>.name { color: teal }</style>
        <h1>Accounts</h1><p class="name">Mara Lindqvist</p><p id="total">77,132.31 EUR</p><input value="typed">
        <img src="x" onerror="top.ran = true"><script>top.ran = true</script>
        """;

    [Fact]
    public async Task A_saved_page_shows_as_it_is_masked_now_and_would_be_and_runs_nothing()
    {
        var context = await product.Browsers.PersonAsync(1600, 1000);
        await using var administrator = await Agent.SignInAsync(context, product.Server.Address, "Kim Sander");
        var console = administrator.Page;
        await console.GetByRole(AriaRole.Button, new() { Name = "Account menu" }).ClickAsync();
        await console.GetByRole(AriaRole.Menuitem, new() { Name = "Masking policy" }).ClickAsync();
        await console.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "saved.html", MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes(Page) });
        await console.GetByLabel("Its address on the portal").FillAsync("/transfers/new");
        await console.GetByRole(AriaRole.Button, new() { Name = "Add a rule" }).ClickAsync();
        await console.GetByLabel("Selector").Last.FillAsync(".name");
        await console.GetByLabel("Page").Last.FillAsync("/transfers/*");

        // The demo's policy shows balances to one desk alone; the preview is what all others see.
        await ShowsAsync(console, "Now", "Accounts Mara Lindqvist ••••••••");
        await ShowsAsync(console, "With your changes", "Accounts •••••••• ••••••••");
        await console.GetByLabel("Its address on the portal").FillAsync("/accounts");
        await ShowsAsync(console, "With your changes", "Accounts Mara Lindqvist ••••••••");
        Assert.Null(await console.EvaluateAsync<bool?>("() => window.ran ?? null"));
        await context.CloseAsync();
    }

    private static Task ShowsAsync(IPage console, string title, string text) => Eventually.TrueAsync(
        $"the preview '{title}' to show '{text}'",
        async () => await console.EvaluateAsync<string?>(
            """
            (title) => {
              const figure = [...document.querySelectorAll('figure')].find((each) => each.querySelector('figcaption').textContent === title);
              const shown = [...(figure?.querySelectorAll('iframe') ?? [])].find((each) => each.style.visibility !== 'hidden');
              return shown?.contentDocument?.body?.innerText.replace(/\s+/g, ' ').trim() ?? null;
            }
            """,
            title) == text);
}
