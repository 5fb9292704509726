using System.Globalization;
using System.Net;
using CoBrowse.Protocol;

namespace CoBrowse.Benchmarks.Floods;

/// <summary>One who floods a node until the input closes, and then says what became of it.</summary>
internal static class Flood
{
    public const string Heads = "heads";
    public const string Bodies = "bodies";
    public const string Upgrades = "upgrades";
    public const string Silent = "silent";
    public const string Connections = "connections";
    public const string Negotiations = "negotiations";
    public const string Tokens = "tokens";
    public const string Opened = "opened";

    private const string Host = "Host: localhost\r\n";

    public static async Task RunAsync(string kind, int port)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var over = new CancellationTokenSource();
        _ = Task.Run(async () =>
        {
            while (await Console.In.ReadLineAsync() is not null)
            {
            }

            await over.CancelAsync();
        });
        Console.WriteLine(await WorkAsync(kind, new IPEndPoint(IPAddress.Loopback, port), over.Token));
    }

    private static async Task<string> WorkAsync(string kind, IPEndPoint node, CancellationToken over) => kind switch
    {
        Heads => Dripping.Run(node, $"GET /health/ready HTTP/1.1\r\n{Host}X-Slow: ", "a", over),
        Bodies => Dripping.Run(
            node, $"POST /api/customer/sessions HTTP/1.1\r\n{Host}Origin: {Requests.Portal}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{", " ", over),
        Upgrades => Dripping.Run(node, $"GET {CustomerHubNames.Path} HTTP/1.1\r\n{Host}Upgrade: websocket\r\nConnection: Upgrade\r\n", "X-More: a\r\n", over),
        Silent => await SilentSockets.RunAsync(node, over),
        Connections => await Requests.ConnectAsync(node, over),
        Negotiations => await Requests.AskAsync(node, $"{CustomerHubNames.Path}/negotiate?negotiateVersion=1", Requests.Forged, null, over),
        Tokens => await Requests.AskAsync(node, "/api/tickets", Requests.Forged, null, over),
        Opened => await Requests.AskAsync(node, "/api/customer/sessions", null, """{"tenant":"demo"}""", over),
        _ => throw new NotSupportedException($"There is no flood of {kind}."),
    };
}
