namespace CoBrowse.Server.Tenants;

/// <summary>A class of frames of <see cref="MaskingOptions"/>.</summary>
internal sealed class MaskingClassOptions
{
    /// <summary>Its number, 1 to 255.</summary>
    public int Class { get; set; }

    /// <summary>How people call it.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Values of the issuer's role claim: an agent with one of them may see the class.</summary>
    public List<string> Roles { get; set; } = [];
}
