using System.Net;
using System.Net.Sockets;

namespace CoBrowse.Tests.EndToEnd.Product;

/// <summary>A stretch of network before the server: forwards bytes both ways until it is cut, and again when mended.</summary>
internal sealed class CuttableLink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri target;
    private readonly Task accepting;
    private readonly List<TcpClient> open = [];
    private bool cut;

    public CuttableLink(Uri target)
    {
        this.target = target;
        listener.Start();
        Address = new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

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
                await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
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
}
