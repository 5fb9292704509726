namespace CoBrowse.Server.Tenants;

/// <summary>How the tenant's backend vouches for its customers: by JWTs that it signs, one a customer.</summary>
internal sealed class CustomerOptions
{
    /// <summary>Who signs: the <c>iss</c> of the tokens. Empty: nobody vouches for customers.</summary>
    public string Issuer { get; set; } = string.Empty;

    /// <summary>The <c>aud</c> of the tokens. Default: <c>cobrowse-customer</c>.</summary>
    public string Audience { get; set; } = "cobrowse-customer";

    /// <summary>The public keys, PEM, that may have signed: RSA of 2048 bits or more, or P-256. Several while they change.</summary>
    public List<string> Keys { get; set; } = [];

    /// <summary>Whether agents may invite an identified customer who is on the portal now: their pages then listen. Default: false.</summary>
    public bool Invitations { get; set; }

    public IEnumerable<string> Mistakes()
    {
        if (string.IsNullOrEmpty(Issuer) && Keys.Count == 0)
        {
            if (Invitations)
                yield return "Invitations needs an Issuer and Keys: only identified customers can be invited.";
            yield break;
        }

        if (string.IsNullOrWhiteSpace(Issuer))
            yield return "Issuer must be who signs, as the tokens' iss says it.";
        if (string.IsNullOrWhiteSpace(Audience))
            yield return "Audience must be the aud of the tokens.";
        foreach (var mistake in PublicKey.MistakesIn(Keys))
            yield return mistake;
    }
}
