using System.Text;

namespace CoBrowse.Tests.EndToEnd.Product;

/// <summary>An OIDC issuer that is not ours, as its own process: other software, other keys, other names for everything.</summary>
internal sealed class ForeignIssuerProcess : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";
    public const string ClientId = "kb-console-7f3a";
    public const string Scope = "openid profile offline_access co-browsing";

    private readonly HostProcess process;

    private ForeignIssuerProcess(HostProcess process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="console">Where the console takes the issuer's answer.</param>
    /// <param name="claimed">The address that the issuer claims as its own. Default: where it is.</param>
    /// <param name="at">Where it is to be. Default: anywhere.</param>
    public static async Task<ForeignIssuerProcess> StartAsync(Uri console, Uri? claimed = null, Uri? at = null)
    {
        var address = at ?? FreeAddress();
        var process = await HostProcess.StartAsync(
            "CoBrowse.ForeignIssuer",
            new Uri(address, "/ready"),
            new StringBuilder(),
            new Dictionary<string, string>(),
            $"--urls={address}",
            $"--Issuer={claimed ?? address}",
            $"--Console={console}");
        return new ForeignIssuerProcess(process, address);
    }

    /// <summary>An address at which nobody is.</summary>
    public static Uri FreeAddress() => new($"http://localhost:{FreePort.Next()}/");

    /// <summary>What a node is told whose tenant <c>demo</c> is one of the issuer's two companies.</summary>
    public IReadOnlyDictionary<string, string> Settings() => new Dictionary<string, string>
    {
        ["Authority"] = Address.ToString(),
        ["Audience"] = "urn:kestrel:co-browsing",
        ["ClientId"] = ClientId,
        ["Scope"] = Scope,
        ["RoleClaim"] = "groups",
        ["AgentRole"] = "KB-Support-Desk",
        ["SupervisorRole"] = "KB-Team-Leads",
        ["AdministratorRole"] = "KB-Policy",
        ["NameClaim"] = "display_name",
        ["TitleClaim"] = "job",
        ["TenantClaim"] = "company",
        ["TenantValue"] = "kestrel",
    }.ToDictionary(setting => $"Tenants:demo:Issuer:{setting.Key}", setting => setting.Value);

    /// <summary>What a node is told that may ask the issuer about tokens.</summary>
    public static IReadOnlyDictionary<string, string> Asking { get; } = new Dictionary<string, string>
    {
        ["Tenants:demo:Issuer:IntrospectionClientId"] = "urn:kestrel:co-browsing",
        ["Tenants:demo:Issuer:IntrospectionSecret"] = "a secret: of the node's, 100 %",
    };

    /// <summary>Disables somebody in the issuer's own directory.</summary>
    public async Task DisableAsync(string number)
    {
        using var http = new HttpClient();
        (await http.PostAsync(new Uri(Address, $"/directory/{number}/disable"), null)).EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
