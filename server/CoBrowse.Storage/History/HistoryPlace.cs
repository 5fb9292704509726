using System.Globalization;
using CoBrowse.Sessions;

namespace CoBrowse.Storage.History;

/// <summary>A place in the history: after the session that ended then. Sessions may end at the same time.</summary>
public readonly record struct HistoryPlace(long EndedAtTicks, SessionId After)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out HistoryPlace place)
    {
        place = default;
        if (text?.Split('.') is not [var ticks, var session]
            || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || !SessionId.TryParse(session, out var id))
        {
            return false;
        }

        place = new HistoryPlace(at, id);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{EndedAtTicks}.{After}");
}
