using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.SignalR.Tests.Messages;

public enum Shade
{
    Light,
    Dark,
}

public sealed record Sample(string Name, Shade Shade, IReadOnlyList<int> Numbers, Sample? Next);

internal sealed class TestBinder : IInvocationBinder
{
    public static readonly TestBinder Instance = new();

    public Type GetReturnType(string invocationId) =>
        invocationId == "1" ? typeof(string) : throw new InvalidOperationException($"Unknown invocation ID '{invocationId}'.");

    public IReadOnlyList<Type> GetParameterTypes(string methodName) => methodName switch
    {
        "echo" => [typeof(string)],
        "any" => [typeof(object)],
        "record" => [typeof(Sample)],
        "grown" => [typeof(string), typeof(Shade?), typeof(int?)],
        "numbers" => [typeof(int), typeof(long), typeof(double)],
        _ => throw new HubException("Method does not exist."),
    };

    public Type GetStreamItemType(string streamId) =>
        streamId == "1" ? typeof(string) : throw new KeyNotFoundException($"No stream '{streamId}'.");
}
