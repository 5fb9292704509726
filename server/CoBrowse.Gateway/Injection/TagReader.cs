using System.Net;
using System.Text;

namespace CoBrowse.Gateway.Injection;

/// <summary>Reads one tag: its name, and of its attributes those that the scanner asks for.</summary>
internal sealed class TagReader
{
    private enum State { Before, Name, AfterName, BeforeValue, DoubleQuoted, SingleQuoted, Unquoted }

    /// <summary>No element of a head has a longer name.</summary>
    private const int LongestName = 16;

    /// <summary>A longer attribute is none that matters here.</summary>
    private const int LongestValue = 32 * 1024;

    private readonly StringBuilder _name = new();
    private readonly StringBuilder _attribute = new();
    private readonly StringBuilder _value = new();
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);
    private State _state;

    public string Name { get; private set; } = "";

    public bool IsEnd { get; private set; }

    /// <summary>Whether this script element loads the snippet, from whichever server.</summary>
    public bool LoadsSnippet =>
        _attributes.TryGetValue("src", out var source)
        && WebUtility.HtmlDecode(source).Trim().Split('?', '#')[0].EndsWith(SnippetTag.ScriptPath, StringComparison.Ordinal);

    /// <summary>The policy that this meta element sets, decoded; null if it sets none.</summary>
    public string? Policy =>
        _attributes.TryGetValue("http-equiv", out var kind)
        && kind.Trim().Equals("content-security-policy", StringComparison.OrdinalIgnoreCase)
        && _attributes.TryGetValue("content", out var content)
        && WebUtility.HtmlDecode(content) is var policy && Ascii.IsValid(policy)
            ? policy
            : null;

    public void Start(bool end)
    {
        _name.Clear();
        _attribute.Clear();
        _value.Clear();
        _attributes.Clear();
        _state = State.Before;
        Name = "";
        IsEnd = end;
    }

    /// <summary>False at the first byte behind the name, which belongs to the attributes, and where no name of a head can follow.</summary>
    public bool ReadName(byte b)
    {
        if (b is (byte)'>' or (byte)'/' || IsSpace(b) || _name.Length > LongestName)
        {
            Name = _name.ToString();
            return false;
        }

        _name.Append(char.ToLowerInvariant((char)b));
        return true;
    }

    /// <summary>False at the tag's closing bracket.</summary>
    public bool ReadAttributes(byte b)
    {
        switch (_state)
        {
            case State.DoubleQuoted or State.SingleQuoted:
                if (b == (_state == State.DoubleQuoted ? '"' : '\''))
                    EndAttribute();
                else
                    Append(_value, b);
                return true;
            case State.BeforeValue when IsSpace(b):
                return true;
            case State.BeforeValue when b is (byte)'"' or (byte)'\'':
                _state = b == '"' ? State.DoubleQuoted : State.SingleQuoted;
                return true;
        }

        if (b == '>')
        {
            EndAttribute();
            return false;
        }

        switch (_state)
        {
            case State.BeforeValue or State.Unquoted:
                _state = State.Unquoted;
                if (IsSpace(b))
                    EndAttribute();
                else
                    Append(_value, b);
                break;
            default:
                Between(b);
                break;
        }

        return true;
    }

    private void Between(byte b)
    {
        if (b == '/')
            EndAttribute();
        else if (IsSpace(b))
            _state = _state == State.Name ? State.AfterName : _state;
        else if (b == '=' && _state != State.Before)
            _state = State.BeforeValue;
        else
        {
            if (_state == State.AfterName)
                EndAttribute();
            _state = State.Name;
            Append(_attribute, (byte)char.ToLowerInvariant((char)b));
        }
    }

    private void EndAttribute()
    {
        // A browser keeps the first of two attributes of one name.
        if (_attribute.Length > 0 && _attribute.ToString() is "src" or "http-equiv" or "content")
            _attributes.TryAdd(_attribute.ToString(), _value.ToString());
        _attribute.Clear();
        _value.Clear();
        _state = State.Before;
    }

    private static void Append(StringBuilder to, byte b)
    {
        if (to.Length < LongestValue)
            to.Append((char)b);
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r' or (byte)'\f';
}
