using CoBrowse.Protocol;
using CoBrowse.Sessions;

namespace CoBrowse.Server.Tenants;

/// <summary>How agents may guide customers.</summary>
internal sealed class GuidanceOptions
{
    /// <summary>Most labels of a tenant.</summary>
    public const int MostLabels = 24;

    /// <summary>Most characters of a label.</summary>
    public const int LongestLabel = 60;

    /// <summary>Most canned answers of a tenant.</summary>
    public const int MostAnswers = 100;

    private static readonly string[] Usual =
        ["Click here", "Fill this in", "Choose one", "Please read this", "Check this again", "Not this one", "You are here", "One moment, please"];

    private static readonly string[] UsualAnswers =
    [
        "Hello, I am looking at the page together with you.",
        "One moment please, I am checking that for you.",
        "Please never send card numbers or passwords here. I do not need them.",
        "Is there anything else that I can help you with?",
    ];

    /// <summary>
    /// The texts that agents may put on a customer's page, and no others: words on a bank's page are the bank's. An
    /// empty list takes the tool away. Default: eight short English ones.
    /// </summary>
    public List<string>? Labels { get; set; }

    /// <summary>Most selectors of what is blocked.</summary>
    public const int MostBlocked = 100;

    /// <summary>Most characters of such a selector.</summary>
    public const int LongestSelector = 500;

    /// <summary>
    /// CSS selectors of what an agent who controls a customer's page may not touch, nor what stands in it: a payment's
    /// last button, say. A selector that a browser cannot read blocks the whole page. Default: none.
    /// </summary>
    public List<string> Blocked { get; set; } = [];

    /// <summary>Whether such an agent may send forms, by their buttons or by Enter. Default: false, that stays with the customer.</summary>
    public bool AllowSubmit { get; set; }

    /// <summary>Whether the agent's name and the time stand, faintly, over what a customer shows. Default: yes.</summary>
    public bool Watermark { get; set; } = true;

    /// <summary>The labels that hold.</summary>
    public IReadOnlyList<string> Approved => Labels ?? (IReadOnlyList<string>)Usual;

    /// <summary>
    /// Answers that agents may take from a list, by typing <c>/</c> in the chat. They may write others as well: this saves
    /// typing, and keeps what is said often the same. Default: four short English ones.
    /// </summary>
    public List<string>? CannedAnswers { get; set; }

    /// <summary>The canned answers that hold.</summary>
    public IReadOnlyList<string> ApprovedAnswers => CannedAnswers ?? (IReadOnlyList<string>)UsualAnswers;

    /// <summary>What is wrong with them.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (Approved.Count > MostLabels)
            yield return $"Labels has {Approved.Count} texts; {MostLabels} are the most.";
        for (var at = 0; at < Approved.Count; at++)
        {
            if (string.IsNullOrWhiteSpace(Approved[at]) || Approved[at].Length > LongestLabel || Approved[at].Any(char.IsControl))
                yield return $"Labels:{at} must be a text of one line, of at most {LongestLabel} characters.";
        }

        if (ApprovedAnswers.Count > MostAnswers)
            yield return $"CannedAnswers has {ApprovedAnswers.Count} texts; {MostAnswers} are the most.";
        for (var at = 0; at < ApprovedAnswers.Count; at++)
        {
            if (ChatText.Read("answer", ApprovedAnswers[at]).Text != ApprovedAnswers[at])
                yield return $"CannedAnswers:{at} must be a text of at most {ProtocolLimits.ChatTextLength} characters that may be sent as it is.";
        }

        if (Blocked.Count > MostBlocked)
            yield return $"Blocked has {Blocked.Count} selectors; {MostBlocked} are the most.";
        for (var at = 0; at < Blocked.Count; at++)
        {
            if (string.IsNullOrWhiteSpace(Blocked[at]) || Blocked[at].Length > LongestSelector)
                yield return $"Blocked:{at} must be a CSS selector of at most {LongestSelector} characters.";
        }
    }
}
