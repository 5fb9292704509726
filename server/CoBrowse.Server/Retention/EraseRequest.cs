using System.Text.RegularExpressions;

namespace CoBrowse.Server.Retention;

/// <summary>
/// What an administrator sends to erase a session. The reference is the file number of the request: it stays in the
/// tenant's audit for ever, so it has no room for names.
/// </summary>
internal sealed partial record EraseRequest(string? Reference, bool KeepAudit)
{
    public bool NamesItsFile => Reference is not null && FileNumber().IsMatch(Reference);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._/#-]{0,63}\z")]
    private static partial Regex FileNumber();
}
