using CoBrowse.Protocol;

namespace CoBrowse.Server.Tenants;

/// <summary>Section <c>Tenants:{id}</c>: one bank, its pages, its agents.</summary>
internal sealed class TenantOptions
{
    /// <summary>How the tenant is called.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Web origins of its portal, such as <c>https://bank.example</c>. A port of <c>*</c> is for Development.</summary>
    public List<string> Origins { get; set; } = [];

    /// <summary>The language of the two words that agents read to customers: <c>en</c> or <c>de</c>. Default: en.</summary>
    public string WordsLanguage { get; set; } = "en";

    /// <summary>What customers' browsers may show.</summary>
    public MaskingOptions Masking { get; set; } = new();

    /// <summary>Where its snippet is stopped.</summary>
    public SnippetOptions Snippet { get; set; } = new();

    /// <summary>How long what is known of its sessions stays.</summary>
    public RetentionOptions Retention { get; set; } = new();

    /// <summary>How its agents may guide.</summary>
    public GuidanceOptions Guidance { get; set; } = new();

    /// <summary>What no agent may do on its customers' pages.</summary>
    public ControlRules ControlRules() => new(Guidance.Blocked, Guidance.AllowSubmit, Origins);

    /// <summary>Who vouches for its agents.</summary>
    public IssuerOptions Issuer { get; set; } = new();

    /// <summary>Subjects of agents who are out at once, whatever their tokens say.</summary>
    public List<string> DisabledAgents { get; set; } = [];
}
