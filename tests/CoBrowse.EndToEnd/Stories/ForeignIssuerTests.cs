using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Product;
using Microsoft.Playwright;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

/// <summary>An agent whose company has an issuer of its own, which is other software than ours.</summary>
[Collection(nameof(ProductCollection))]
public sealed class ForeignIssuerTests(ProductFixture product)
{
    [Fact]
    public async Task An_agent_signs_in_at_a_foreign_issuer_and_helps_a_customer()
    {
        var address = new Uri($"http://localhost:{FreePort.Next()}");
        await using var issuer = await ForeignIssuerProcess.StartAsync(new Uri(address, "/console/"));
        await using var server = await ServerProcess.StartAsync(issuer.Settings(), address);
        var agentContext = await product.Browsers.PersonAsync(1920, 1200);
        var page = await agentContext.NewPageAsync();
        await page.GotoAsync(new Uri(address, "/console/").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync($"{issuer.Address}**");
        await page.GetByLabel("Name").FillAsync("dana");
        await page.GetByLabel("Password").FillAsync(ForeignIssuerProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.WaitForURLAsync(new Uri(address, "/console/").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Signed in as Dana Whitfield" }).WaitForAsync();
        await page.GetByText("Connected", new() { Exact = true }).WaitForAsync();

        await using var agent = new Agent(page);
        var customerContext = await product.Browsers.PersonAsync();
        await using var customer = await Customer.OpenBankAsync(customerContext, new Uri(server.Portal, "/accounts.html"));
        await agent.JoinAsync(await customer.AskForHelpAsync());
        await customer.Tree.FindAsync("dialog", "Dana Whitfield");
        await customer.AllowAsync();
        await agent.SeesConditionAsync("Live");
        await agent.ReplicaShowsAsync("the accounts", "document.querySelectorAll('#accounts > *').length > 1");
    }
}
