namespace CoBrowse.Server.Tenants;

/// <summary>Who may ask, signed, whether a customer is being watched: the portal's backend, or a fraud engine.</summary>
internal sealed class WatchQueryOptions
{
    /// <summary>Who asks: the <c>iss</c> of the requests. Empty: nobody may.</summary>
    public string Issuer { get; set; } = string.Empty;

    /// <summary>The <c>aud</c> of the requests. Default: the address that is asked, without the query.</summary>
    public string? Audience { get; set; }

    /// <summary>The public keys, PEM, that may have signed: RSA of 2048 bits or more, or P-256.</summary>
    public List<string> Keys { get; set; } = [];

    public IEnumerable<string> Mistakes()
    {
        if (string.IsNullOrEmpty(Issuer) && Keys.Count == 0)
            yield break;
        if (string.IsNullOrWhiteSpace(Issuer))
            yield return "Issuer must be who asks, as the requests' iss says it.";
        foreach (var mistake in PublicKey.MistakesIn(Keys))
            yield return mistake;
    }
}
