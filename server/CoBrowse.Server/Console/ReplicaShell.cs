namespace CoBrowse.Server.Console;

/// <summary>
/// The three constant documents in which replicas are built, one for each rendering mode that a page can have. They
/// hold nothing, may load nothing but assets from us, and run nothing.
/// </summary>
internal static class ReplicaShell
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self' blob: 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self' blob: data:; "
        + "media-src 'self' blob:; frame-src 'self' about:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    public static string? Of(string mode) => mode switch
    {
        "no-quirks" => "<!doctype html>" + Empty,
        "limited-quirks" =>
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">" + Empty,
        "quirks" => Empty,
        _ => null,
    };

    private const string Empty = "<html><head></head><body></body></html>";
}
