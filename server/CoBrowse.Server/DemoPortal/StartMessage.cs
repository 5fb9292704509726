using System.Text;
using CoBrowse.Server.DevelopmentIssuer;
using CoBrowse.Server.Storage;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.DemoPortal;

/// <summary>Says beside the demo bank, as the last thing at start, what to open and as whom.</summary>
internal sealed class StartMessage(
    IHostApplicationLifetime lifetime, IHostEnvironment environment, IServiceProvider services, DataFolder data,
    IOptions<DemoPortalOptions> portal, IOptions<DevelopmentIssuerOptions> issuer) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (environment.IsDevelopment() && portal.Value.Address.Length > 0)
            lifetime.ApplicationStarted.Register(Print);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print()
    {
        var message = new StringBuilder().AppendLine().AppendLine("  CoBrowse is running.").AppendLine()
            .Append("    The customer, in the demo bank    ").AppendLine(portal.Value.Address);
        message.Append("    The agent, in the console         ").Append(DemoPortalExtensions.ServerAddress(services, portal.Value.Address)).AppendLine("/console/");
        if (issuer.Value.Enabled)
            message.Append("      signs in without a password as  ").AppendJoin(", ", DemoAgent.All.Select(agent => $"{agent.Name} ({agent.Title})")).AppendLine();
        message.AppendLine()
            .AppendLine("  Open the two in different browsers, or one of them in a private window.")
            .Append("  Data is kept in ").Append(data.Root).AppendLine(". Press Ctrl+C to stop.");
        System.Console.WriteLine(message);
    }
}
