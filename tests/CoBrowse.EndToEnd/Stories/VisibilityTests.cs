using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Product;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

/// <summary>One page, two agents: what an adviser may see, support does not.</summary>
[Collection(nameof(ProductCollection))]
public sealed class VisibilityTests(ProductFixture product)
{
    private const string Total = "document.querySelector('#total')?.textContent";

    [Fact]
    public async Task An_adviser_sees_the_balance_and_support_does_not()
    {
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, new Uri(product.Server.Portal, "/accounts.html"));
        var total = await meeting.Customer.Page.TextContentAsync("#total") ?? string.Empty;
        Assert.Contains("EUR", total, StringComparison.Ordinal);
        await meeting.Agent.ReplicaShowsAsync("a mask in place of the balance", $"/^•+$/.test({Total})");

        var context = await product.Browsers.PersonAsync(1920, 1200);
        await using var adviser = await Agent.SignInAsync(context, product.Server.Address, Meeting.Adviser);
        await adviser.JoinAsync(meeting.Code);
        await meeting.Customer.Tree.FindAsync("dialog", Meeting.Adviser);
        await meeting.Customer.AllowAsync();
        await adviser.ReplicaShowsAsync("the balance", $"{Total} === '{total}'");

        await meeting.Customer.Page.EvaluateAsync("() => { document.querySelector('#total').firstChild.nodeValue = '1.00 EUR'; document.querySelector('h1').textContent = 'Later' }");
        await adviser.ReplicaShowsAsync("another balance", $"{Total} === '1.00 EUR'");
        await meeting.Agent.ReplicaShowsAsync("what came with it", "document.querySelector('h1').textContent === 'Later'");
        Assert.DoesNotContain("1.00 EUR", await meeting.Agent.ReplicaTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(total, await meeting.Agent.ReplicaTextAsync(), StringComparison.Ordinal);
        await context.CloseAsync();
    }
}
