using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace CoBrowse.Gateway.Routing;

/// <summary>
/// Who answers which path. Below the prefix only what a customer's browser needs reaches the server: neither the
/// console nor the agents' hub stands on the portal's origin. The rest of the prefix goes nowhere.
/// </summary>
internal sealed class GatewayRoutes : IProxyConfigProvider
{
    public const string Portal = "portal";
    public const string Server = "server";

    /// <summary>The paths of the server that a customer's page uses.</summary>
    private static readonly string[] CustomerPaths = ["/snippet", "/hubs/customer", "/api/customer", "/api/tickets", "/api/assets"];

    private readonly InMemoryConfigProvider _provider;

    public GatewayRoutes(IOptions<GatewayOptions> options)
    {
        var settings = options.Value;
        var routes = new List<RouteConfig>
        {
            new()
            {
                RouteId = Portal,
                ClusterId = Portal,
                Match = new RouteMatch { Path = "/{**path}" },
                Order = int.MaxValue,
                // Uploads are the portal's to limit.
                MaxRequestBodySize = -1,
            },
        };
        foreach (var path in CustomerPaths)
        {
            routes.Add(new RouteConfig
            {
                RouteId = Server + path,
                ClusterId = Server,
                Match = new RouteMatch { Path = $"{settings.Prefix}{path}/{{**rest}}" },
            });
        }

        // No destination is left for other paths below the prefix: a mistyped address must not leak to the portal.
        routes.Add(new RouteConfig { RouteId = Nowhere, ClusterId = Nowhere, Match = new RouteMatch { Path = settings.Prefix + "/{**rest}" }, Order = 1 });

        _provider = new InMemoryConfigProvider(routes, [Cluster(Portal, settings.Portal), Cluster(Server, settings.Server), new ClusterConfig { ClusterId = Nowhere }]);
    }

    public const string Nowhere = "nowhere";

    public IProxyConfig GetConfig() => _provider.GetConfig();

    private static ClusterConfig Cluster(string id, string address) => new()
    {
        ClusterId = id,
        Destinations = new Dictionary<string, DestinationConfig> { [id] = new() { Address = address } },
        // Silent long polls and event streams of a portal live longer than YARP's 100 seconds.
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromMinutes(10) },
    };
}
