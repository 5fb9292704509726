using System.Net;
using System.Net.Sockets;
using System.Text;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Network;

/// <summary>A connection that says what it is told, from an address of its own, and no more.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient client;

    private RawConnection(TcpClient client) => this.client = client;

    public static async Task<RawConnection> OpenAsync(TestNode node, string from = "127.0.0.1")
    {
        var client = new TcpClient(new IPEndPoint(IPAddress.Parse(from), 0));
        await client.ConnectAsync(IPAddress.Loopback, node.Address.Port);
        return new RawConnection(client);
    }

    public Task SayAsync(string text) => client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    /// <summary>All that comes until the server closes; empty where it closes without a word.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var said = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await client.GetStream().ReadAsync(buffer).AsTask().WaitAsync(HubLink.Patience) is > 0 and var count)
                said.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        catch (IOException)
        {
            // Reset: closed all the same.
        }

        return said.ToString();
    }

    /// <summary>The status of a whole request; null where the server closed instead.</summary>
    public async Task<string?> AskAsync()
    {
        try
        {
            await SayAsync("GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        }
        catch (IOException)
        {
            return null;
        }

        return await ReadToEndAsync() is { Length: > 12 } answer ? answer[9..12] : null;
    }

    /// <summary>The same on a connection of its own, which may be closed before it is quite open.</summary>
    public static async Task<string?> AskAsync(TestNode node, string from)
    {
        try
        {
            using var connection = await OpenAsync(node, from);
            return await connection.AskAsync();
        }
        catch (SocketException)
        {
            return null;
        }
    }

    public void Dispose() => client.Dispose();
}
