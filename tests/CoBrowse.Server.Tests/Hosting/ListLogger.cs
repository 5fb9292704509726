using Microsoft.Extensions.Logging;

namespace CoBrowse.Server.Tests.Hosting;

/// <summary>Keeps every line of the log, whatever its level.</summary>
internal sealed class ListLogger(List<string> lines) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines)
            lines.Add($"{logLevel} {formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
