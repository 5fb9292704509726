using System.Text;
using CoBrowse.SignalR;

namespace CoBrowse.Server.Masking;

/// <summary>A tenant's policy as it holds now, ready for browsers and for the relay.</summary>
/// <param name="Version">Counts up with every change; 0 where nothing was ever written.</param>
/// <param name="Document">What it says.</param>
/// <param name="Json">The exact text that was signed.</param>
/// <param name="Hash">The SHA-256 of its UTF-8 bytes, lower-case hex.</param>
/// <param name="Trusted">False: what was stored could not be verified, so this is the strict policy instead.</param>
internal sealed record CurrentPolicy(int Version, PolicyDocument Document, string Json, string Hash, bool Trusted)
{
    /// <summary>The classes of frames that some role may see.</summary>
    public FrameClasses Classes { get; } = Of(Document, shown => shown.Roles.Count > 0);

    public static CurrentPolicy From(int version, PolicyDocument document, ReadOnlySpan<byte> bytes) =>
        new(version, document, Encoding.UTF8.GetString(bytes), PolicySigner.HashOf(bytes), Trusted: true);

    /// <summary>What holds instead of a version that cannot be trusted.</summary>
    public static CurrentPolicy Strict(int version) =>
        From(version, PolicyDocument.Strict, PolicyDocument.Strict.ToBytes()) with { Trusted = false };

    /// <summary>The classes that whoever has these desk roles may see.</summary>
    public FrameClasses ClassesOf(IReadOnlyCollection<string> roles) =>
        Of(Document, shown => shown.Roles.Any(role => roles.Contains(role, StringComparer.Ordinal)));

    private static FrameClasses Of(PolicyDocument document, Func<PolicyClass, bool> seen) =>
        FrameClasses.Of([.. (document.Classes ?? []).Where(seen).Select(shown => (byte)shown.Class)]);
}
