using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CoBrowse.Server.Identity;

/// <summary>
/// Asks a tenant's issuer whether an agent's token still stands (RFC 7662), where the tenant has a client for that: who
/// is disabled there is then out before the token ends. An issuer that does not answer changes nothing: the token's own
/// end is the bound then. An answer is good for twenty seconds.
/// </summary>
internal sealed class TokenStanding(
    TenantRegistry tenants, IOptionsMonitor<JwtBearerOptions> schemes, TimeProvider time, ILogger<TokenStanding> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (bool Stands, DateTimeOffset At)> answers = new(StringComparer.Ordinal);
    private DateTimeOffset nextSweep;

    /// <summary>Whether the token may still be used, as far as the issuer says.</summary>
    public async Task<bool> StandsAsync(TenantId tenant, string? token, CancellationToken cancellationToken)
    {
        if (token is null || tenants.Find(tenant)?.Issuer is not { IntrospectionClientId: { Length: > 0 } client } issuer)
            return true;
        var now = time.GetUtcNow();
        Sweep(now);
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (answers.TryGetValue(key, out var known) && now - known.At < Fresh)
            return known.Stands;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var stands = await AskAsync(schemes.Get(AgentSchemes.SchemeOf(tenant.Value)), client, issuer.IntrospectionSecret!, token, patience.Token);
            answers[key] = (stands, now);
            return stands;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested
            && error is HttpRequestException or JsonException or OperationCanceledException or InvalidOperationException)
        {
            logger.IssuerNotAsked(tenant, error.GetType().Name);
            return true;
        }
    }

    private static async Task<bool> AskAsync(
        JwtBearerOptions scheme, string client, string secret, string token, CancellationToken cancellationToken)
    {
        var issuer = await scheme.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, EndpointOf(issuer));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(client)}:{Uri.EscapeDataString(secret)}")));
        request.Content = new FormUrlEncodedContent([new("token", token), new("token_type_hint", "access_token")]);
        using var answer = await scheme.Backchannel.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        using var document = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        return document.RootElement.GetProperty("active").GetBoolean();
    }

    private static string EndpointOf(OpenIdConnectConfiguration issuer) =>
        issuer.IntrospectionEndpoint is { Length: > 0 } endpoint ? endpoint : throw new InvalidOperationException("The issuer has no introspection endpoint.");

    private void Sweep(DateTimeOffset now)
    {
        if (now < nextSweep)
            return;
        nextSweep = now + Fresh;
        foreach (var (key, answer) in answers)
        {
            if (now - answer.At >= Fresh)
                answers.TryRemove(key, out _);
        }
    }
}
