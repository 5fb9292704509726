using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.SignalR;

/// <summary>Registers the relay and maps hubs behind it.</summary>
public static class FrameRelayExtensions
{
    /// <summary>Adds <see cref="FrameRelay"/>.</summary>
    public static IServiceCollection AddFrameRelay(this IServiceCollection services, Action<FrameRelayOptions>? configure = null)
    {
        services.AddOptions<FrameRelayOptions>().Configure(configure ?? (_ => { }));
        services.AddSingleton<FrameRelay>();
        return services;
    }

    /// <summary>Maps a hub whose frames are carried by the relay.</summary>
    public static ConnectionEndpointRouteBuilder MapRelayedHub<THub>(
        this IEndpointRouteBuilder endpoints, string pattern, Action<HttpConnectionDispatcherOptions>? configure = null)
        where THub : Hub
    {
        var options = new HttpConnectionDispatcherOptions();
        configure?.Invoke(options);
        var builder = endpoints.MapConnections(pattern, options, connection => connection.UseHub<THub>());
        // MapHub would do so; MapConnections knows nothing of the hub, and [Authorize] on it would be ignored.
        builder.Add(endpoint =>
        {
            foreach (var attribute in typeof(THub).GetCustomAttributes(inherit: true)) endpoint.Metadata.Add(attribute);
            endpoint.Metadata.Add(new HubMetadata(typeof(THub)));
        });
        return builder;
    }
}
