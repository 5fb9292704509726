namespace CoBrowse.Server.Console;

/// <summary>Section <c>Console</c>.</summary>
internal sealed class ConsoleOptions
{
    /// <summary>The tenant whose agents sign in here when the request names none. Default: the first one.</summary>
    public string? Tenant { get; set; }
}
