using CoBrowse.Gateway.Injection;
using CoBrowse.Gateway.Policies;
using CoBrowse.Gateway.Routing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Configuration;

namespace CoBrowse.Gateway;

/// <summary>Adds and maps the gateway.</summary>
public static class GatewayExtensions
{
    /// <summary>Registers the gateway with the settings of the section <c>Gateway</c>.</summary>
    public static IServiceCollection AddGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GatewayOptions>().Bind(configuration.GetSection(GatewayOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GatewayOptions>, GatewayOptionsValidator>();
        services.AddSingleton<IProxyConfigProvider, GatewayRoutes>();
        services.AddSingleton<EntityTags>();
        services.AddSingleton<PolicyExtension>();
        services.AddSingleton<SnippetInjection>();
        services.AddSingleton<CookieRewriting>();
        services.AddSingleton<RedirectRewriting>();
        services.AddReverseProxy().AddTransforms<PortalTransforms>().AddTransforms<ServerTransforms>();
        return services;
    }

    /// <summary>Maps the portal to everything but the prefix, and the server's customer side below the prefix.</summary>
    public static void MapGateway(this WebApplication app)
    {
        app.MapReverseProxy(proxy => proxy.Use(UnreachableAnswer.InvokeAsync));
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
    }

    /// <summary>
    /// Maps and runs the gateway. Wrong settings are explained, all at once, instead of thrown, and the answer is 1.
    /// </summary>
    public static int RunGateway(this WebApplication app, TextWriter explanations)
    {
        try
        {
            app.MapGateway();
            app.Run();
            return 0;
        }
        catch (OptionsValidationException mistakes)
        {
            explanations.WriteLine("The gateway cannot start:");
            foreach (var mistake in mistakes.Failures)
                explanations.WriteLine("  - " + mistake);
            return 1;
        }
    }

    private static void Announce(WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        app.Logger.Started(options.Portal, addresses is null ? "" : string.Join(", ", addresses), options.Server.TrimEnd('/'), options.Prefix);
    }
}
