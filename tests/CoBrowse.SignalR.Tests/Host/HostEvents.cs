using System.Collections.Concurrent;
using CoBrowse.Protocol;
using Microsoft.Extensions.Logging;

namespace CoBrowse.SignalR.Tests.Host;

/// <summary>What happened in a host that a test may want to know.</summary>
public sealed class HostEvents : ILoggerProvider, ILogger, IRelayChannelListener
{
    private int _framesInHub;

    /// <summary>Frames that took the hub method.</summary>
    public int FramesInHub => Volatile.Read(ref _framesInHub);

    public ConcurrentQueue<string> Notes { get; } = new();

    public ConcurrentQueue<KeyframeReason> KeyframesNeeded { get; } = new();

    public ConcurrentQueue<string> Resyncing { get; } = new();

    /// <summary>Exceptions that reached Kestrel or the connection dispatcher: none should.</summary>
    public ConcurrentQueue<string> Escaped { get; } = new();

    public void CountFrameInHub() => Interlocked.Increment(ref _framesInHub);

    void IRelayChannelListener.KeyframeNeeded(string channelId, KeyframeReason reason) => KeyframesNeeded.Enqueue(reason);

    void IRelayChannelListener.AgentResyncing(string channelId, string connectionId) => Resyncing.Enqueue(connectionId);

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal)
        || categoryName.StartsWith("Microsoft.AspNetCore.Http.Connections", StringComparison.Ordinal)
            ? this
            : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error) Escaped.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
