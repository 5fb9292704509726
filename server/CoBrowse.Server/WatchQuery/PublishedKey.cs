namespace CoBrowse.Server.WatchQuery;

/// <summary>A public key as RFC 7517 writes it.</summary>
public sealed record PublishedKey(string Kty, string Crv, string X, string Y, string Use, string Alg, string Kid);
