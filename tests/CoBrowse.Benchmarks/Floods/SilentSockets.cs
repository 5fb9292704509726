using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CoBrowse.Protocol;

namespace CoBrowse.Benchmarks.Floods;

/// <summary>Opens sessions, buys every ticket that it is sold, connects with each, and then says nothing.</summary>
internal static class SilentSockets
{
    private const int Wanted = 4000;

    // Addresses that nobody has flooded from: these are granted sessions and tickets.
    private const int First = 8;

    public static async Task<string> RunAsync(IPEndPoint node, CancellationToken over)
    {
        var open = new List<Socket>();
        var (opened, refused, closed, most) = (0, 0, 0, 0);
        var buyers = new List<(HttpClient Client, IPAddress From, string Token)>();
        for (var address = 0; address < 4; address++)
        {
            var client = Requests.From(First + address, node);
            buyers.Add((client, new IPAddress([127, 0, 0, (byte)(First + address + 2)]), await OpenAsync(client)));
        }

        while (!over.IsCancellationRequested)
        {
            for (var i = 0; i < 100 && open.Count < Wanted && !over.IsCancellationRequested; i++)
            {
                var (client, from, token) = buyers[i % buyers.Count];
                if (await BuyAsync(client, token) is { } ticket && Connect(node, from, ticket) is { } socket)
                {
                    open.Add(socket);
                    opened++;
                }
                else
                {
                    refused++;
                }
            }

            closed += open.RemoveAll(socket =>
            {
                // The node's own pings come only after a handshake.
                if (!socket.Poll(0, SelectMode.SelectRead)) return false;
                socket.Dispose();
                return true;
            });
            most = Math.Max(most, open.Count);
            await Task.WhenAny(Task.Delay(200, over));
        }

        return $"{opened} connected, {refused} refused a ticket or a connection, {closed} closed by the node, at most {most} at once";
    }

    private static async Task<string> OpenAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/customer/sessions") { Content = JsonContent.Create(new { tenant = "demo" }) };
        request.Headers.Add("Origin", Requests.Portal);
        var answer = await (await client.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("token").GetString()!;
    }

    private static async Task<string?> BuyAsync(HttpClient client, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tickets");
        request.Headers.Add("Origin", Requests.Portal);
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await client.SendAsync(request);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ticket").GetString() : null;
    }

    private static Socket? Connect(IPEndPoint node, IPAddress from, string ticket)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            socket.Connect(node);
            socket.Send(Encoding.ASCII.GetBytes(
                $"GET {CustomerHubNames.Path}?access_token={Uri.EscapeDataString(ticket)} HTTP/1.1\r\nHost: localhost\r\nOrigin: {Requests.Portal}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
            var answer = new byte[1024];
            if (socket.Receive(answer) > 12 && answer.AsSpan(9, 3).SequenceEqual("101"u8)) return socket;
        }
        catch (SocketException)
        {
            // Refused.
        }

        socket.Dispose();
        return null;
    }
}
