using CoBrowse.SignalR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoBrowse.Benchmarks.Servers;

/// <summary>One of the C# servers under load. Prints its address, serves until its input closes.</summary>
internal static class RelayServer
{
    public static async Task RunAsync(string kind, bool inline)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.Configure<SocketTransportOptions>(o => o.UnsafePreferInlineScheduling = inline);
        builder.Services.AddSignalR(o => o.ClientTimeoutInterval = TimeSpan.FromMinutes(5)).AddCoBrowseProtocol();
        builder.Services.AddFrameRelay();
        builder.Services.Configure<HubOptions>(o => o.MaximumReceiveMessageSize = 1024 * 1024);
        builder.Services.AddSingleton<RawRelay>().AddSingleton<Replays>().AddSingleton<SilentListener>();
        await using var app = builder.Build();
        app.UseWebSockets();
        switch (kind)
        {
            case "splice": app.MapRelayedHub<SplicedHub>("/relay"); break;
            case "hub": app.MapHub<GroupHub>("/relay"); break;
            default: app.Map("/relay", (HttpContext context, RawRelay raw) => raw.ServeAsync(context)); break;
        }

        app.MapGet("/memory", () =>
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return $"{GC.GetTotalMemory(forceFullCollection: true)} {Environment.WorkingSet}";
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        while (await Console.In.ReadLineAsync() is not null)
        {
        }
    }
}
