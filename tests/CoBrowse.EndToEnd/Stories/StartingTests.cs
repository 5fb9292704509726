using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Product;
using Microsoft.Playwright;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

[Collection(nameof(ProductCollection))]
public sealed class StartingTests(ProductFixture product)
{
    private const string Issuer = "https://bank.example/portal";

    [Fact]
    public async Task An_agent_sends_a_link_invites_the_same_customer_later_and_stays_with_them_over_pages_that_are_not_shared()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var server = await ServerProcess.StartAsync(new Dictionary<string, string>
        {
            ["Tenants:demo:Customers:Issuer"] = Issuer,
            ["Tenants:demo:Customers:Keys:0"] = key.ExportSubjectPublicKeyInfoPem(),
            ["Tenants:demo:Customers:Invitations"] = "true",
            ["Tenants:demo:WithheldPages:0"] = "/transfer*",
        });
        await using var agentContext = await product.Browsers.PersonAsync(1920, 1200);
        await using var customerContext = await product.Browsers.PersonAsync();
        await using var agent = await Agent.SignInAsync(agentContext, server.Address);
        await using var customer = await Customer.OpenBankAsync(customerContext, new Uri(server.Portal, "/accounts.html"));

        // The link.
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Copy a link to send" }).ClickAsync();
        var link = await agent.Page.GetByLabel("The link", new() { Exact = true }).InputValueAsync();
        await customer.Page.GotoAsync("about:blank");
        await customer.Page.GotoAsync(link);
        await customer.Tree.FindAsync("dialog", Meeting.Support);
        Assert.DoesNotContain("cobrowse", customer.Page.Url, StringComparison.Ordinal);
        var words = (await agent.Page.GetByRole(AriaRole.Status, new() { NameRegex = new("Waiting for the customer") }).GetByRole(AriaRole.Strong).Last.InnerTextAsync()).Trim();
        await customer.Tree.FindAsync("StaticText", words);
        await customer.AllowAsync();
        await agent.SeesConditionAsync("Live");
        await agent.Page.GetByText("Not signed in").WaitForAsync();

        // The bank says who it is, while the page is shared: the same as the page has said.
        var reference = await customer.Page.EvaluateAsync<string>("() => localStorage.getItem('alderquay.customer')");
        await IdentifyAsync(customer.Page, key, reference);
        await agent.Page.GetByText($"Verified by the bank: {reference}").WaitForAsync();
        await customer.StopAsync();
        await agent.SeesHeadingAsync("The customer ended the session");
        await customer.Tree.ClickAsync("button", "Close");

        // The invitation.
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the queue" }).ClickAsync();
        await agent.Page.GetByLabel("Invite a customer who is on the portal").FillAsync(reference);
        await Eventually.TrueAsync("the customer to be found", async () =>
        {
            await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
            return await customer.Tree.HasAsync("button", "Yes, please");
        });
        await customer.Tree.ClickAsync("button", "Yes, please");
        await customer.Tree.FindAsync("dialog", Meeting.Support);
        await customer.AllowAsync();
        await agent.SeesConditionAsync("Live");

        // A page that the bank withholds, and one that is none of the portal's: both are said, and it goes on by itself.
        await customer.Page.GotoAsync(new Uri(server.Portal, "/transfer.html").ToString());
        await agent.SeesConditionAsync("On a page that is never shared");
        await customer.Tree.FindAsync("StaticText", "It is never shared");
        Assert.Null(await agent.ReplicaAsync<string>("document.title.includes('ransfer') ? document.title : null"));
        await customer.Page.GotoAsync("about:blank");
        await agent.SeesConditionAsync("On another page");
        await customer.Page.GotoAsync(new Uri(server.Portal, "/statement.html").ToString());
        await agent.SeesConditionAsync("Live");
        await agent.ReplicaShowsAsync("the statement", "document.title.includes('Statement')");
    }

    private static async Task IdentifyAsync(IPage page, ECDsa key, string reference)
    {
        var claims = $$"""{"iss":"{{Issuer}}","aud":"cobrowse-customer","sub":"{{reference}}","exp":{{DateTimeOffset.UtcNow.AddMinutes(10).ToUnixTimeSeconds()}}}""";
        var text = $"{Encode("""{"alg":"ES256","typ":"JWT"}"""u8)}.{Encode(Encoding.UTF8.GetBytes(claims))}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256);
        await page.EvaluateAsync("(token) => CoBrowse.identify(token)", $"{text}.{Encode(signature)}");
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
