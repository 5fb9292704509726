using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Benchmarks.Relay;

/// <summary>A hub past which frames go.</summary>
internal sealed class QuietHub : Hub;

/// <summary>A hub method that sends to a group.</summary>
internal sealed class InProcessGroupHub : Hub
{
    public override Task OnConnectedAsync() =>
        Context.Items["role"] is "agent" ? Groups.AddToGroupAsync(Context.ConnectionId, "session") : Task.CompletedTask;

    [HubMethodName("f")]
    public Task Frame(byte[] frame) => Clients.Group("session").SendAsync("f", frame);
}
