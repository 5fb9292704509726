using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CoBrowse.Tests.EndToEnd.Driving;

/// <summary>A customer in the portal, who uses the snippet's controls by their accessible names.</summary>
internal sealed partial class Customer(IPage page) : IAsyncDisposable
{
    public IPage Page { get; } = page;

    public AccessibleTree Tree { get; } = new(page);

    /// <summary>Opens a page of the portal in a browser of their own.</summary>
    public static async Task<Customer> OpenAsync(IBrowserContext context, Uri address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.Load });
        return new Customer(page);
    }

    /// <summary>Signs in to the demo bank in a browser of their own, and goes to a page of it.</summary>
    public static async Task<Customer> OpenBankAsync(IBrowserContext context, Uri address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(address, "/index.html").ToString());
        await page.GetByRole(AriaRole.Button, new() { NameRegex = DemoCustomer() }).First.ClickAsync();
        await page.GetByLabel("Password").FillAsync("any will do");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/accounts.html");
        if (address.AbsolutePath != "/accounts.html") await page.GotoAsync(address.ToString());
        return new Customer(page);
    }

    /// <summary>Asks for help and reads the code that the panel shows.</summary>
    public async Task<string> AskForHelpAsync()
    {
        await Tree.ClickAsync("button", Words.Help);
        return await CodeAsync();
    }

    /// <summary>The six digits that the panel shows.</summary>
    public Task<string> CodeAsync() => Eventually.GetAsync("a code of six digits", async () =>
    {
        var digits = (await Tree.NodesAsync())
            .Where(n => n.Name.StartsWith(Words.Code, StringComparison.Ordinal))
            .Select(n => string.Concat(n.Name.Where(char.IsAsciiDigit)))
            .FirstOrDefault(d => d.Length == 6);
        return digits;
    });

    public Task AllowAsync() => Tree.ClickAsync("button", Words.Allow);

    public Task DenyAsync() => Tree.ClickAsync("button", Words.Deny);

    public Task StopAsync() => Tree.ClickAsync("button", Words.Stop);

    public async ValueTask DisposeAsync()
    {
        await Tree.DisposeAsync();
        await Page.CloseAsync();
    }

    [GeneratedRegex("· [0-9 ]+$")]
    private static partial Regex DemoCustomer();

    /// <summary>What the snippet's controls are called, in English.</summary>
    internal static class Words
    {
        public const string Code = "Your code is";
        public const string Help = "help";
        public const string Allow = "Allow";
        public const string Deny = "No, don";
        public const string Stop = "Stop";
    }
}
