using System.Buffers;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using CoBrowse.Protocol;
using CoBrowse.SignalR;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CoBrowse.Server.Tests.Hosting;

/// <summary>A browser's end of a hub connection: negotiates, connects a WebSocket, calls and is called.</summary>
internal sealed class HubLink : IInvocationBinder, IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly CoBrowseHubProtocol protocol = new();
    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<string, (Type Type, TaskCompletionSource<object?> Answer)> calls = new();
    private readonly Dictionary<string, Type[]> methods;
    private readonly List<(string Method, object?[] Arguments)> inbox = [];
    private readonly SemaphoreSlim news = new(0);
    private readonly CancellationTokenSource closing = new();
    private Task reading = Task.CompletedTask;
    private int lastCall;
    private volatile bool closed;

    private HubLink(Type client)
    {
        methods = client.GetMethods().ToDictionary(
            method => method.Name, method => method.GetParameters().Select(parameter => parameter.ParameterType).ToArray());
        methods["f"] = [typeof(byte[])];
    }

    /// <summary>Ends when the server closes the connection.</summary>
    public Task Closed => reading;

    public static async Task<HubLink> ConnectAsync<TClient>(Node node, string hub, string ticket, string? origin, string? socketTicket = null)
    {
        var link = new HubLink(typeof(TClient));
        var id = await NegotiateAsync(node, hub, ticket, origin);
        await link.OpenAsync(node, hub, socketTicket ?? ticket, id, origin);
        return link;
    }

    public static async Task<string> NegotiateAsync(Node node, string hub, string ticket, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{hub}/negotiate?negotiateVersion=1");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ticket);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        var answer = await node.Http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"negotiate: {(int)answer.StatusCode}", null, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("connectionToken").GetString()!;
    }

    public static async Task<HubLink> ReuseAsync<TClient>(Node node, string hub, string ticket, string id, string? origin)
    {
        var link = new HubLink(typeof(TClient));
        await link.OpenAsync(node, hub, ticket, id, origin);
        return link;
    }

    public async Task<T> CallAsync<T>(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref lastCall).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        calls[id] = (typeof(T), answer);
        // One that comes after the end waits for nobody.
        if (closed)
            answer.TrySetException(new WebSocketException("The connection was closed."));
        await WriteAsync(new InvocationMessage(id, method, arguments));
        return (T)(await answer.Task.WaitAsync(Patience))!;
    }

    public Task SendAsync(string method, params object?[] arguments) => WriteAsync(new InvocationMessage(method, arguments));

    /// <summary>Waits for the next call of <paramref name="method"/> whose first argument suits, and takes it out.</summary>
    public async Task<T> NextAsync<T>(string method, Func<T, bool>? suits = null) =>
        (await NextCallAsync(method, call => suits is null || suits((T)call[0]!))) is [{ } first, ..] ? (T)first : default!;

    /// <summary>The bytes of the next call that brings a participant and bytes.</summary>
    public async Task<byte[]> NextBodyAsync(string method) => (byte[])(await NextCallAsync(method, _ => true))[1]!;

    /// <summary>The next drawing, with its label.</summary>
    public async Task<(byte[] Body, string? Label)> NextAnnotationAsync() =>
        await NextCallAsync(nameof(ICustomerClient.Annotation), _ => true) is [_, byte[] body, var label] ? (body, (string?)label) : default;

    /// <summary>All arguments of the next call of <paramref name="method"/>.</summary>
    public Task<object?[]> NextAllAsync(string method) => NextCallAsync(method, _ => true);

    /// <summary>What the next news of an invitation says.</summary>
    public async Task<CustomerInvitationOutcome> NextOutcomeAsync() =>
        (CustomerInvitationOutcome)(await NextCallAsync(nameof(IAgentClient.InvitationAnswered), _ => true))[1]!;

    private async Task<object?[]> NextCallAsync(string method, Func<object?[], bool> suits)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            lock (inbox)
            {
                var index = inbox.FindIndex(call => call.Method == method && suits(call.Arguments));
                if (index >= 0)
                {
                    var call = inbox[index];
                    inbox.RemoveAt(index);
                    return call.Arguments;
                }
            }

            try
            {
                await news.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                lock (inbox)
                    throw new TimeoutException($"No {method} came; there were: {string.Join(", ", inbox.Select(call => call.Method))}.");
            }
        }
    }

    /// <summary>Whether such a call is there. Sensible only after something that follows it.</summary>
    public bool Has(string method) => Count(method) > 0;

    /// <summary>How many such calls are there.</summary>
    public int Count(string method)
    {
        lock (inbox)
            return inbox.Count(call => call.Method == method);
    }

    public async ValueTask DisposeAsync()
    {
        if (socket.State == WebSocketState.Open)
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        try
        {
            await reading.WaitAsync(Patience);
        }
        catch (Exception error) when (error is TimeoutException or WebSocketException or OperationCanceledException)
        {
            await closing.CancelAsync();
        }

        socket.Dispose();
        closing.Dispose();
        news.Dispose();
    }

    /// <summary>Breaks the connection without a word, as a lost network does.</summary>
    public void Cut() => socket.Abort();

    public Type GetReturnType(string invocationId) => calls[invocationId].Type;

    public IReadOnlyList<Type> GetParameterTypes(string methodName) => methods[methodName];

    public Type GetStreamItemType(string streamId) => typeof(object);

    private async Task OpenAsync(Node node, string hub, string ticket, string id, string? origin)
    {
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        var address = new UriBuilder(new Uri(node.Address, hub))
        {
            Scheme = "ws",
            Query = $"id={Uri.EscapeDataString(id)}&access_token={Uri.EscapeDataString(ticket)}",
        };
        await socket.ConnectAsync(address.Uri, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"messagepack\",\"version\":1}\u001e"), WebSocketMessageType.Binary, true, default);
        reading = ReadAsync();
    }

    private async Task WriteAsync(HubMessage message) => await socket.SendAsync(
        protocol.GetMessageBytes(message), WebSocketMessageType.Binary, true, CancellationToken.None);

    private async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        var pending = new List<byte>();
        var greeted = false;
        try
        {
            while (true)
            {
                var result = await socket.ReceiveAsync(buffer, closing.Token);
                if (result.MessageType == WebSocketMessageType.Close)
                    return;
                pending.AddRange(buffer.AsSpan(0, result.Count));
                if (!greeted)
                {
                    var end = pending.IndexOf(0x1e);
                    if (end < 0)
                        continue;
                    Assert.Equal("{}", Encoding.UTF8.GetString([.. pending[..end]]));
                    pending.RemoveRange(0, end + 1);
                    greeted = true;
                }

                var sequence = new ReadOnlySequence<byte>([.. pending]);
                while (protocol.TryParseMessage(ref sequence, this, out var message))
                    Take(message);
                pending = [.. sequence.ToArray()];
            }
        }
        catch (WebSocketException)
        {
            // Aborted by either side.
        }
        finally
        {
            closed = true;
            foreach (var (_, answer) in calls.Values)
                answer.TrySetException(new WebSocketException("The connection was closed."));
        }
    }

    private void Take(HubMessage message)
    {
        switch (message)
        {
            case InvocationMessage invocation:
                lock (inbox)
                    inbox.Add((invocation.Target, invocation.Arguments));
                news.Release();
                break;
            case CompletionMessage completion when calls.TryRemove(completion.InvocationId!, out var call):
                if (completion.Error is { } error)
                    call.Answer.TrySetException(new HubException(error));
                else
                    call.Answer.TrySetResult(completion.Result);
                break;
        }
    }
}
