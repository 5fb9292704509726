using System.Buffers;

namespace CoBrowse.Gateway.Injection;

/// <summary>
/// Puts the snippet's tag into a page that arrives in pieces of any size. Bytes wait only while they may belong to the
/// tag before which the snippet goes, or to a meta policy that must be extended.
/// </summary>
internal sealed class SnippetInjector(SnippetTag tag, Func<string, string>? extendPolicy = null)
{
    /// <summary>A meta element longer than this passes as it is.</summary>
    private const int LongestHeld = 64 * 1024;

    private readonly HeadScanner _scanner = new(holdMeta: extendPolicy is not null);
    private readonly ArrayBufferWriter<byte> _held = new();

    /// <summary>Whether the rest of the page passes unread.</summary>
    public bool Done { get; private set; }

    public void Write(ReadOnlySpan<byte> input, Stream output)
    {
        for (var index = 0; index < input.Length; index++)
        {
            if (Done)
            {
                output.Write(input[index..]);
                return;
            }

            var next = _scanner.Read(input[index]);
            if (next == HeadStep.Insert)
                Insert(output);
            _held.Write(input.Slice(index, 1));
            if (next == HeadStep.Meta && extendPolicy is not null && _scanner.MetaPolicy is { } policy && _held.WrittenSpan[0] == '<')
                Replace(policy, extendPolicy(policy));
            if (next != HeadStep.Hold || _held.WrittenCount > LongestHeld)
                Release(output);
            Done |= next is HeadStep.Insert or HeadStep.Stop;
        }
    }

    /// <summary>The page is over: what waited is released, and a page that never left its head gets the snippet at its end.</summary>
    public void End(Stream output)
    {
        var insert = !Done && _scanner.EndsInHead;
        Release(output);
        if (insert)
            output.Write(tag.ToBytes());
        Done = true;
    }

    private void Insert(Stream output) => output.Write(tag.ToBytes());

    private void Release(Stream output)
    {
        output.Write(_held.WrittenSpan);
        _held.ResetWrittenCount();
    }

    private void Replace(string before, string after)
    {
        if (after == before)
            return;
        _held.ResetWrittenCount();
        _held.Write(SnippetTag.MetaPolicy(after));
    }
}
