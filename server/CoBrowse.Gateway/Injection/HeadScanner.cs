namespace CoBrowse.Gateway.Injection;

/// <summary>
/// Reads a page byte by byte, as a browser's tokenizer does, up to the place where the snippet belongs: before the end
/// of the head, or before the first content where the head has no end tag. Never inside comments, scripts, styles,
/// titles, noscript or templates. A response that does not begin as a document (a fragment fetched by a script) gets
/// nothing, and neither does a page whose head holds the snippet already.
/// </summary>
internal sealed class HeadScanner(bool holdMeta)
{
    private enum State { Text, TagOpen, EndTagOpen, Name, Attributes, Declaration, Comment, Raw }

    private static readonly HashSet<string> DocumentStart = ["html", "head", "body", "frameset"];

    private static readonly HashSet<string> HeadContent =
        ["html", "head", "base", "basefont", "bgsound", "link", "meta", "title", "noscript", "noframes", "style", "script", "template"];

    private static readonly HashSet<string> RawContent =
        ["title", "noscript", "noframes", "style", "script", "textarea", "iframe", "xmp", "noembed"];

    private static readonly HashSet<string> HeadEnd = ["head", "body", "html", "br"];

    private readonly TagReader _tag = new();
    private readonly RawTextReader _raw = new();
    private RecentBytes _recent;
    private State _state = State.Text;
    private long _read;
    private int _declarationLength;
    private int _templates;
    private bool _document;

    /// <summary>The policy of the meta element that <see cref="HeadStep.Meta"/> reported, if it holds one.</summary>
    public string? MetaPolicy => _tag.Policy;

    /// <summary>Whether a page that ends here has a head to which the snippet can be added.</summary>
    public bool EndsInHead => _document && _templates == 0 && _state == State.Text;

    public HeadStep Read(byte b)
    {
        _read++;
        return _state switch
        {
            State.Text => Text(b),
            State.TagOpen => TagOpen(b),
            State.EndTagOpen => EndTagOpen(b),
            State.Name => Name(b),
            State.Attributes => Attributes(b),
            State.Declaration => Declaration(b),
            State.Comment => Comment(b),
            State.Raw => Raw(b),
            _ => throw new InvalidOperationException(),
        };
    }

    private HeadStep Text(byte b)
    {
        if (b == '<')
        {
            _state = State.TagOpen;
            return HeadStep.Hold;
        }

        return IsSpace(b) || IsByteOrderMark(b) ? HeadStep.Release : Content();
    }

    /// <summary>Something that only a body can hold.</summary>
    private HeadStep Content() => !_document ? HeadStep.Stop : _templates > 0 ? HeadStep.Release : HeadStep.Insert;

    private HeadStep TagOpen(byte b)
    {
        switch (b)
        {
            case (byte)'!' or (byte)'?':
                _recent = default;
                // A question mark opens what browsers read as a comment: no doctype can follow.
                _declarationLength = b == '?' ? 100 : 0;
                _state = State.Declaration;
                return HeadStep.Release;
            case (byte)'/':
                _state = State.EndTagOpen;
                return HeadStep.Hold;
            default:
                if (IsLetter(b))
                    return StartTag(b, end: false);
                _state = State.Text;
                var step = Content();
                return step == HeadStep.Release && b == '<' ? Text(b) : step;
        }
    }

    private HeadStep EndTagOpen(byte b)
    {
        if (IsLetter(b))
            return StartTag(b, end: true);
        _recent = default;
        _declarationLength = 100;
        _state = b == '>' ? State.Text : State.Declaration;
        return HeadStep.Release;
    }

    private HeadStep StartTag(byte b, bool end)
    {
        _tag.Start(end);
        _state = State.Name;
        return Name(b);
    }

    private HeadStep Name(byte b)
    {
        if (_tag.ReadName(b))
            return HeadStep.Hold;
        var step = Named();
        if (step is HeadStep.Insert or HeadStep.Stop)
            return step;
        _state = State.Attributes;
        return Attributes(b);
    }

    private HeadStep Named()
    {
        if (!_document)
        {
            _document = !_tag.IsEnd && DocumentStart.Contains(_tag.Name);
            if (!_document)
                return HeadStep.Stop;
        }

        if (_templates > 0)
            return HeadStep.Release;
        if (_tag.IsEnd)
            return HeadEnd.Contains(_tag.Name) ? HeadStep.Insert : HeadStep.Release;
        return HeadContent.Contains(_tag.Name) ? HeadStep.Release : HeadStep.Insert;
    }

    private HeadStep Attributes(byte b)
    {
        var meta = !_tag.IsEnd && _templates == 0 && _tag.Name == "meta";
        if (_tag.ReadAttributes(b))
            return meta && holdMeta ? HeadStep.Hold : HeadStep.Release;

        _state = State.Text;
        if (_tag.Name == "template")
            _templates += _tag.IsEnd ? _templates > 0 ? -1 : 0 : 1;
        if (_tag.IsEnd)
            return HeadStep.Release;
        if (_tag.Name == "script" && _templates == 0 && _tag.LoadsSnippet)
            return HeadStep.Stop;
        if (RawContent.Contains(_tag.Name))
        {
            _raw.Start(_tag.Name);
            _state = State.Raw;
        }

        return meta ? HeadStep.Meta : HeadStep.Release;
    }

    private HeadStep Declaration(byte b)
    {
        _recent.Add(b);
        _declarationLength++;
        if (_declarationLength == 2 && _recent.EndWith("--"))
        {
            _declarationLength = 0;
            _state = State.Comment;
        }
        else if (_declarationLength == 7 && _recent.EndWith("doctype"))
        {
            _document = true;
        }

        if (b == '>')
            _state = State.Text;
        return HeadStep.Release;
    }

    private HeadStep Comment(byte b)
    {
        _recent.Add(b);
        _declarationLength++;
        // The opening dashes may be closing ones (<!--> and <!--->), but not with an exclamation mark.
        if (_recent.EndWith("-->") || (_declarationLength >= 4 && _recent.EndWith("--!>")))
            _state = State.Text;
        return HeadStep.Release;
    }

    private HeadStep Raw(byte b)
    {
        if (!_raw.Read(b))
            return HeadStep.Release;
        _tag.Start(end: true);
        _state = State.Attributes;
        return Attributes(b);
    }

    private bool IsByteOrderMark(byte b) => (_read, b) is (1, 0xEF) or (2, 0xBB) or (3, 0xBF);

    private static bool IsLetter(byte b) => char.IsAsciiLetter((char)b);

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r' or (byte)'\f';
}
