using System.Text;
using CoBrowse.Server.DevelopmentIssuer;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.DemoPortal;

/// <summary>Says at start what to open.</summary>
internal sealed class StartMessage(
    IHostApplicationLifetime lifetime, IServiceProvider services,
    IOptions<DemoPortalOptions> portal, IOptions<DevelopmentIssuerOptions> issuer) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (portal.Value.Address.Length > 0)
            lifetime.ApplicationStarted.Register(Print);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print()
    {
        var message = new StringBuilder()
            .AppendLine()
            .Append("  Demo portal (the customer):  ").AppendLine(portal.Value.Address)
            .Append("  Console (the agent):         ").Append(DemoPortalExtensions.ServerAddress(services, portal.Value.Address)).AppendLine("/console/");
        if (issuer.Value.Enabled)
            message.Append("  Sign in as:                  ").AppendJoin(", ", DemoAgent.All.Select(agent => $"{agent.Name} ({agent.Title})")).AppendLine();
        System.Console.WriteLine(message);
    }
}
