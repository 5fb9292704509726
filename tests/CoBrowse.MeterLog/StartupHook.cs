using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

/// <summary>
/// Listens to every meter of the process, ours or the framework's, as whoever collects metrics would, and writes each
/// instrument with each set of tags once into the file that <c>COBROWSE_METERS</c> names.
/// </summary>
internal static class StartupHook
{
    private static readonly ConcurrentDictionary<string, bool> Written = new(StringComparer.Ordinal);
    private static readonly MeterListener Listener = new();
    private static TextWriter file = TextWriter.Null;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("COBROWSE_METERS") is not { } path)
            return;
        var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file = TextWriter.Synchronized(new StreamWriter(stream) { AutoFlush = true });
        Listener.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        Listener.SetMeasurementEventCallback<byte>(Write);
        Listener.SetMeasurementEventCallback<short>(Write);
        Listener.SetMeasurementEventCallback<int>(Write);
        Listener.SetMeasurementEventCallback<long>(Write);
        Listener.SetMeasurementEventCallback<float>(Write);
        Listener.SetMeasurementEventCallback<double>(Write);
        Listener.SetMeasurementEventCallback<decimal>(Write);
        Listener.Start();
    }

    private static void Write<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var line = $"{instrument.Meter.Name} {instrument.Name}";
        foreach (var (name, tag) in tags)
            line += $" {name}={tag}";
        if (Written.TryAdd(line, true))
            file.WriteLine(line);
    }
}
