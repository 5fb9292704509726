using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoBrowse.Benchmarks.Floods;

/// <summary>Keeps four thousand connections of two addresses open by a few bytes a second, and opens another for each that is closed.</summary>
internal static class Dripping
{
    private const int Wanted = 4000;
    private static readonly IPAddress[] Addresses = [IPAddress.Parse("127.0.0.2"), IPAddress.Parse("127.0.0.3")];

    public static string Run(IPEndPoint node, string beginning, string drip, CancellationToken over)
    {
        var (first, more) = (Encoding.ASCII.GetBytes(beginning), Encoding.ASCII.GetBytes(drip));
        var open = new List<Socket>();
        var (opened, closed, most) = (0, 0, 0);
        while (!over.IsCancellationRequested)
        {
            var round = Stopwatch.GetTimestamp();
            for (; open.Count < Wanted && !over.IsCancellationRequested && Stopwatch.GetElapsedTime(round) < TimeSpan.FromSeconds(1); opened++)
            {
                if (Open(node, Addresses[opened % Addresses.Length], first) is { } socket) open.Add(socket);
                else closed++;
            }

            var gone = open.RemoveAll(socket => !Goes(socket, more));
            closed += gone;
            most = Math.Max(most, open.Count);
            var left = TimeSpan.FromSeconds(1) - Stopwatch.GetElapsedTime(round);
            if (left > TimeSpan.Zero) over.WaitHandle.WaitOne(left);
        }

        return $"{opened} opened, {closed} closed by the node, at most {most} at once";
    }

    private static Socket? Open(IPEndPoint node, IPAddress from, byte[] first)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            socket.Connect(node);
            socket.Send(first);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    private static bool Goes(Socket socket, byte[] more)
    {
        // Readable means closed, or told why it will be: the node has nothing else to say to half a request.
        if (!socket.Poll(0, SelectMode.SelectRead) && socket.Send(more, SocketFlags.None, out var error) == more.Length && error == SocketError.Success)
            return true;
        socket.Dispose();
        return false;
    }
}
