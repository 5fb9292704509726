namespace CoBrowse.Gateway.Injection;

/// <summary>
/// Finds the end of an element whose content is text to the tokenizer. Scripts have their own rule: after
/// <c>&lt;!--</c> and a second <c>&lt;script</c>, the first end tag only ends the inner one.
/// </summary>
internal sealed class RawTextReader
{
    private enum Escape { None, Once, Twice }

    private RecentBytes _recent;
    private Escape _escape;
    private string _end = "";
    private bool _script;

    public void Start(string name)
    {
        _recent = default;
        _escape = Escape.None;
        _end = "</" + name;
        _script = name == "script";
    }

    /// <summary>True at the byte behind the name of the element's end tag.</summary>
    public bool Read(byte b)
    {
        if (b is (byte)'>' or (byte)'/' or (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r' or (byte)'\f')
        {
            if (_recent.EndWith(_end) && _escape != Escape.Twice)
                return true;
            if (_script)
                FollowInnerScript();
        }

        _recent.Add(b);
        if (_script)
            FollowComment();
        return false;
    }

    private void FollowInnerScript()
    {
        if (_escape == Escape.Once && _recent.EndWith("<script"))
            _escape = Escape.Twice;
        else if (_escape == Escape.Twice && _recent.EndWith("</script"))
            _escape = Escape.Once;
    }

    private void FollowComment()
    {
        if (_escape == Escape.None && _recent.EndWith("<!--"))
            _escape = Escape.Once;
        else if (_escape != Escape.None && _recent.EndWith("-->"))
            _escape = Escape.None;
    }
}
