using System.Text;

namespace CoBrowse.Sessions;

/// <summary>The bytes of a row of fields, for hashes and signatures.</summary>
public static class FieldBytes
{
    /// <summary>Each field carries its length, so that no two rows can read alike; a missing one is not an empty one.</summary>
    public static byte[] Of(params ReadOnlySpan<string?> fields)
    {
        var text = new StringBuilder();
        foreach (var field in fields)
            text.Append(field?.Length ?? -1).Append(':').Append(field).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
