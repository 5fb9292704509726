using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Network;

internal static class NetworkExtensions
{
    public static void AddNetwork(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<NetworkOptions>().BindConfiguration("Network").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<NetworkOptions>, NetworkOptionsValidation>();
        builder.Services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ConnectionGate>();
    }

    /// <summary>
    /// Sees the customer behind known proxies: the address that limits count by, and the host and scheme that the
    /// browser used. The chain is read from its end and only as far as it names known proxies, so nobody can lengthen it.
    /// </summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        var networks = app.Services.GetRequiredService<IOptions<NetworkOptions>>().Value.Networks().ToList();
        if (networks.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
