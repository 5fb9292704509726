using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CoBrowse.Tests.EndToEnd.Product;

/// <summary>Ports that nobody listens on.</summary>
internal static class FreePort
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    public static int Next()
    {
        // A port that was given and is not listened on yet would be offered again.
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (Given.TryAdd(port, true)) return port;
        }
    }
}
