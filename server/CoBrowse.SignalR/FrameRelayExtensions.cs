using CoBrowse.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoBrowse.SignalR;

/// <summary>Registers the relay and maps hubs behind it.</summary>
public static class FrameRelayExtensions
{
    /// <summary>Adds <see cref="FrameRelay"/>, and limits hub messages to what control needs.</summary>
    public static IServiceCollection AddFrameRelay(this IServiceCollection services, Action<FrameRelayOptions>? configure = null)
    {
        services.AddOptions<FrameRelayOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FrameRelayOptions>, FrameRelayOptionsValidation>());
        // Without the splice frames are hub messages like any other.
        services.AddOptions<HubOptions>().Configure<IOptions<FrameRelayOptions>>((hub, relay) =>
            hub.MaximumReceiveMessageSize = relay.Value.Splice ? ProtocolLimits.ControlBytes : ProtocolLimits.FrameBytes + FrameMessage.HeadBytes);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<FrameRelay>();
        return services;
    }

    /// <summary>
    /// Maps a hub whose connections the relay shares: frames go past it, everything else to it. Authorization of the
    /// endpoint, the hub's own attributes included, comes before the first byte.
    /// </summary>
    public static ConnectionEndpointRouteBuilder MapRelayedHub<THub>(
        this IEndpointRouteBuilder endpoints, string pattern, Action<HttpConnectionDispatcherOptions>? configure = null)
        where THub : Hub
    {
        var relay = endpoints.ServiceProvider.GetRequiredService<FrameRelay>();
        var options = new HttpConnectionDispatcherOptions();
        configure?.Invoke(options);
        var builder = endpoints.MapConnections(pattern, options, connection =>
            connection.Use(hub => context => relay.RunAsync(context, hub)).UseHub<THub>());
        // MapHub would do so; MapConnections knows nothing of the hub, and [Authorize] on it would be ignored.
        builder.Add(endpoint =>
        {
            foreach (var attribute in typeof(THub).GetCustomAttributes(inherit: true)) endpoint.Metadata.Add(attribute);
            endpoint.Metadata.Add(new HubMetadata(typeof(THub)));
        });
        return builder;
    }
}
