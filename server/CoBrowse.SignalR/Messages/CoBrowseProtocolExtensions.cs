using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoBrowse.SignalR;

/// <summary>Registers the hub protocol.</summary>
public static class CoBrowseProtocolExtensions
{
    /// <summary>Adds the hub protocol <c>messagepack</c> and makes it the only one that hubs speak.</summary>
    public static ISignalRServerBuilder AddCoBrowseProtocol(this ISignalRServerBuilder builder)
    {
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHubProtocol, CoBrowseHubProtocol>());
        builder.Services.Configure<HubOptions>(options => options.SupportedProtocols = ["messagepack"]);
        return builder;
    }
}
