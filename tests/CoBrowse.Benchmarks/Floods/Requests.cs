using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace CoBrowse.Benchmarks.Floods;

/// <summary>Sixteen who ask, or connect, as fast as they are answered, from four addresses.</summary>
internal static class Requests
{
    public const string Portal = "http://localhost:5999";

    /// <summary>Looks like a token of the tenant's issuer, and is signed by nobody.</summary>
    public static string Forged { get; } = string.Join('.', new[]
    {
        """{"alg":"ES256","typ":"JWT","kid":"a"}""",
        """{"iss":"http://localhost/dev/issuer","aud":"cobrowse","sub":"alex","roles":["agent"],"exp":4102444800}""",
        new string('a', 64),
    }.Select(part => Convert.ToBase64String(Encoding.ASCII.GetBytes(part)).TrimEnd('=').Replace('+', '-').Replace('/', '_')));

    private const int Workers = 16;

    /// <summary>A client whose requests come from one address of this machine.</summary>
    public static HttpClient From(int address, IPEndPoint node) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)(address + 2)]), 0));
            await socket.ConnectAsync(node, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri($"http://localhost:{node.Port}"),
    };

    public static Task<string> AskAsync(IPEndPoint node, string path, string? token, string? body, CancellationToken over) =>
        WorkAsync(
            worker => From(worker % 4, node),
            async client =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path);
                request.Headers.Add("Origin", Portal);
                if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
                using var answer = await client.SendAsync(request, over);
                return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            },
            over);

    public static Task<string> ConnectAsync(IPEndPoint node, CancellationToken over) =>
        WorkAsync(
            worker => new IPEndPoint(new IPAddress([127, 0, 0, (byte)((worker % 4) + 2)]), 0),
            async from =>
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(from);
                await socket.ConnectAsync(node, over);
                await socket.SendAsync("GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray(), over);
                return await socket.ReceiveAsync(new byte[512], over) > 0 ? "answered" : "closed";
            },
            over);

    private static async Task<string> WorkAsync<T>(Func<int, T> prepare, Func<T, Task<string>> ask, CancellationToken over)
    {
        var answers = new ConcurrentDictionary<string, int>();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var with = prepare(worker);
            while (!over.IsCancellationRequested)
            {
                string answer;
                try
                {
                    answer = await ask(with);
                }
                catch (OperationCanceledException)
                {
                    break;
                }
                catch (Exception error) when (error is SocketException or HttpRequestException)
                {
                    answer = "closed";
                }

                answers.AddOrUpdate(answer, 1, (_, count) => count + 1);
            }

            (with as IDisposable)?.Dispose();
        })));
        return string.Join(", ", answers.OrderBy(answer => answer.Key).Select(answer => $"{answer.Value} × {answer.Key}"));
    }
}
