using CoBrowse.Protocol;
using CoBrowse.Sessions;

namespace CoBrowse.Server.Tenants;

/// <summary>Section <c>Tenants:{id}</c>: one bank, its pages, its agents.</summary>
internal sealed class TenantOptions
{
    /// <summary>How the tenant is called.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Web origins of its portal, such as <c>https://bank.example</c>. A port of <c>*</c> is for Development.</summary>
    public List<string> Origins { get; set; } = [];

    /// <summary>The page of the portal that links which agents send lead to, such as <c>https://bank.example/help</c>. Empty: no links.</summary>
    public string StartPage { get; set; } = string.Empty;

    /// <summary>How its backend vouches for its customers.</summary>
    public CustomerOptions Customers { get; set; } = new();

    /// <summary>Who may ask whether a customer is being watched.</summary>
    public WatchQueryOptions WatchQuery { get; set; } = new();

    /// <summary>
    /// Pages that are never shared, by globs over their paths such as <c>/payments/confirm*</c>: sharing pauses there by
    /// itself, and goes on behind them.
    /// </summary>
    public List<string> WithheldPages { get; set; } = [];

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

    /// <summary>
    /// What customers are told of supervisors. <c>Ask</c>: they are asked by name. <c>Tell</c>: each consent question
    /// names the supervisors too, who are then shown when they watch and not asked for. Default: <c>Ask</c>.
    /// </summary>
    public Supervision Supervision { get; set; } = Supervision.Ask;

    /// <summary>Who vouches for its agents.</summary>
    public IssuerOptions Issuer { get; set; } = new();

    /// <summary>Subjects of agents who are out at once, whatever their tokens say.</summary>
    public List<string> DisabledAgents { get; set; } = [];
}
