using System.Text.Json;
using Microsoft.Playwright;

namespace CoBrowse.Tests.EndToEnd.Driving;

/// <summary>
/// Finds and uses controls by role and accessible name in the browser's accessibility tree, as a screen reader does.
/// It sees into closed shadow roots, where locators and page scripts cannot.
/// </summary>
internal sealed class AccessibleTree(IPage page) : IAsyncDisposable
{
    // A whole tree of a real page is work for the page, too.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private ICDPSession? session;

    /// <summary>A node of the tree: its name, and the browser's id of its element.</summary>
    public sealed record Node(string Role, string Name, int Element, bool Focused, bool Disabled);

    /// <summary>All nodes now.</summary>
    public async Task<IReadOnlyList<Node>> NodesAsync()
    {
        session ??= await page.Context.NewCDPSessionAsync(page);
        var answer = await session.SendAsync("Accessibility.getFullAXTree");
        var nodes = new List<Node>();
        foreach (var node in answer!.Value.GetProperty("nodes").EnumerateArray())
        {
            if (node.TryGetProperty("ignored", out var ignored) && ignored.GetBoolean()) continue;
            if (!node.TryGetProperty("backendDOMNodeId", out var element)) continue;
            nodes.Add(new Node(Text(node, "role"), Text(node, "name"), element.GetInt32(), Is(node, "focused"), Is(node, "disabled")));
        }

        return nodes;
    }

    /// <summary>Waits for the node with this role whose name contains <paramref name="name"/>.</summary>
    public Task<Node> FindAsync(string role, string name) => ThenRestAsync(
        Eventually.GetAsync($"{role} “{name}” on {page.Url}", () => FindNowAsync(role, name), every: LookEvery));

    public async Task<bool> HasAsync(string role, string name) =>
        (await NodesAsync()).Any(n => n.Role == role && n.Name.Contains(name, StringComparison.OrdinalIgnoreCase));

    public Task WaitUntilGoneAsync(string role, string name) => ThenRestAsync(Eventually.GetAsync(
        $"{role} “{name}” to go from {page.Url}", async () => await HasAsync(role, name) ? null : name, every: LookEvery));

    /// <summary>Clicks the middle of the node with the mouse, as a person does, once it can be used.</summary>
    public async Task ClickAsync(string role, string name)
    {
        var (x, y) = await ThenRestAsync(Eventually.GetAsync(
            $"{role} “{name}” to have a place on {page.Url}",
            async () => await FindNowAsync(role, name) is { Disabled: false } node && await MiddleAsync(node) is { } middle ? Tuple.Create(middle.X, middle.Y) : null,
            every: LookEvery));
        await page.Mouse.ClickAsync(x, y);
    }

    /// <summary>All text that the tree speaks, a line a node.</summary>
    public async Task<string> TextAsync() => string.Join('\n', (await NodesAsync()).Where(n => n.Role == "StaticText").Select(n => n.Name));

    public async ValueTask DisposeAsync()
    {
        if (session is not null) await session.DetachAsync();
    }

    private async Task<Node?> FindNowAsync(string role, string name) =>
        (await NodesAsync()).FirstOrDefault(n => n.Role == role && n.Name.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A tree that was asked for is kept up to date from then on, which costs the page time.</summary>
    private async Task<T> ThenRestAsync<T>(Task<T> found)
    {
        var answer = await found;
        await session!.SendAsync("Accessibility.disable");
        return answer;
    }

    private async Task<(float X, float Y)?> MiddleAsync(Node node)
    {
        try
        {
            var answer = await session!.SendAsync("DOM.getContentQuads", new() { ["backendNodeId"] = node.Element });
            var quad = answer!.Value.GetProperty("quads").EnumerateArray().First().EnumerateArray().Select(n => n.GetSingle()).ToArray();
            return ((quad[0] + quad[4]) / 2, (quad[1] + quad[5]) / 2);
        }
        catch (Exception e) when (e is PlaywrightException or InvalidOperationException)
        {
            // Not laid out yet, or re-rendered since the tree was read.
            return null;
        }
    }

    private static string Text(JsonElement node, string property) =>
        node.TryGetProperty(property, out var value) && value.TryGetProperty("value", out var text) ? text.ToString() : "";

    private static bool Is(JsonElement node, string property) =>
        node.TryGetProperty("properties", out var properties) &&
        properties.EnumerateArray().Any(p =>
            p.GetProperty("name").GetString() == property && p.GetProperty("value").GetProperty("value").GetBoolean());
}
