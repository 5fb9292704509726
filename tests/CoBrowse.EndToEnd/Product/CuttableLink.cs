using System.Net;
using System.Net.Sockets;

namespace CoBrowse.Tests.EndToEnd.Product;

/// <summary>
/// A stretch of network before the server: forwards bytes both ways until it is cut, and again when mended. It may be
/// slow upwards, and then has room for little, so that who sends feels it.
/// </summary>
internal sealed class CuttableLink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri target;
    private readonly Task accepting;
    private readonly List<TcpClient> open = [];
    private readonly int? bytesPerSecond;
    private long passed;
    private bool cut;

    /// <param name="target">The server.</param>
    /// <param name="bytesPerSecond">How many bytes go up in a second, on each connection; null: as fast as it goes.</param>
    public CuttableLink(Uri target, int? bytesPerSecond = null)
    {
        this.target = target;
        this.bytesPerSecond = bytesPerSecond;
        if (bytesPerSecond is not null) listener.Server.ReceiveBufferSize = 8 * 1024;
        listener.Start();
        Address = new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Bytes that went up so far.</summary>
    public long Passed => Interlocked.Read(ref passed);

    /// <summary>Breaks every connection and refuses new ones.</summary>
    public void Cut()
    {
        lock (open)
        {
            cut = true;
            open.ForEach(c => c.Dispose());
            open.Clear();
        }
    }

    public void Mend()
    {
        lock (open) cut = false;
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        listener.Stop();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ForwardAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ForwardAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            lock (open)
            {
                if (cut) return;
                open.Add(near);
                open.Add(far);
            }

            try
            {
                await far.ConnectAsync(target.Host, target.Port);
                await Task.WhenAny(GoUpAsync(near.GetStream(), far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Cut, or one side hung up.
            }

            lock (open)
            {
                open.Remove(near);
                open.Remove(far);
            }
        }
    }

    private async Task GoUpAsync(NetworkStream near, NetworkStream far)
    {
        var buffer = new byte[4096];
        while (await near.ReadAsync(buffer) is > 0 and var count)
        {
            if (bytesPerSecond is { } speed) await Task.Delay(TimeSpan.FromSeconds((double)count / speed));
            await far.WriteAsync(buffer.AsMemory(0, count));
            Interlocked.Add(ref passed, count);
        }
    }
}
