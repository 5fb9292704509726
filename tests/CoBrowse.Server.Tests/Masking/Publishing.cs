using System.Text;
using CoBrowse.Server.Masking;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Masking;

/// <summary>Changes the demo tenant's policy past all endpoints.</summary>
internal static class Publishing
{
    public static TenantPolicies Policies(this TestNode node) => node.Services.GetRequiredService<TenantPolicies>();

    public static async Task<CurrentPolicy> PublishAsync(this TestNode node, string json)
    {
        var (document, mistakes) = PolicyReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Empty(mistakes);
        var demo = new TenantId("demo");
        var by = new PolicyAuthorship(PolicySource.Administrator, "robin", "kim", null);
        return (await node.Policies().PublishAsync(demo, document!, node.Policies().Current(demo).Version, by, CancellationToken.None))!;
    }
}
