using CoBrowse.Protocol;
using CoBrowse.SignalR;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Benchmarks.Servers;

/// <summary>The product's way: the hub only attaches, frames pass it.</summary>
internal sealed class SplicedHub(FrameRelay relay, SilentListener listener) : Hub
{
    public override Task OnConnectedAsync()
    {
        var query = Context.GetHttpContext()!.Request.Query;
        if (query["session"].ToString() is not { Length: > 0 } session) return Task.CompletedTask;
        var channel = relay.Open(session, listener);
        if (!channel.Flowing) channel.Start();
        if (query["role"] == "customer") channel.AttachCustomer(Context.ConnectionId);
        else channel.AttachAgent(Context.ConnectionId);
        return Task.CompletedTask;
    }
}

internal sealed class SilentListener : IRelayChannelListener
{
    public void KeyframeNeeded(string channelId, KeyframeReason reason)
    {
    }

    public void AgentResyncing(string channelId, string connectionId)
    {
    }
}
