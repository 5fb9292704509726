using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.SignalR.Tests.Host;

/// <summary>Guarded by its own attribute.</summary>
[Authorize]
public sealed class GuardedHub : Hub
{
    public string Who() => Context.UserIdentifier ?? "nobody";
}
