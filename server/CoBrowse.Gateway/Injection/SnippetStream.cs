namespace CoBrowse.Gateway.Injection;

/// <summary>A page as it is read from the portal, with the snippet put in on its way. Nothing waits but an open tag.</summary>
internal sealed class SnippetStream(Stream page, SnippetInjector injector) : ReadOnlyStream
{
    private readonly byte[] _input = new byte[16 * 1024];
    private readonly MemoryStream _output = new();
    private bool _ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        while (true)
        {
            if (_output.Position < _output.Length)
                return _output.Read(buffer.Span);
            if (_ended || injector.Done)
                return await page.ReadAsync(buffer, cancellationToken);

            _output.SetLength(0);
            var read = await page.ReadAsync(_input, cancellationToken);
            if (read > 0)
                injector.Write(_input.AsSpan(0, read), _output);
            else
                injector.End(_output);
            _ended = read == 0;
            _output.Position = 0;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            page.Dispose();
            _output.Dispose();
        }

        base.Dispose(disposing);
    }
}
