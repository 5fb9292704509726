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

    /// <summary>Runs the gateway; wrong settings are explained on the error output instead of a stack trace.</summary>
    public static int RunOrExplain(this WebApplication app)
    {
        try
        {
            app.Run();
            return 0;
        }
        catch (OptionsValidationException mistakes)
        {
            Console.Error.WriteLine("The gateway cannot start:");
            foreach (var mistake in mistakes.Failures)
                Console.Error.WriteLine("  - " + mistake);
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
