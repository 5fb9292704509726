using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.SignalR.Tests.Host;

/// <summary>Closes a connection from which it hears nothing for four seconds, and pings often.</summary>
public sealed class ImpatientHub(FrameRelay relay, HostEvents events, IHubContext<TestHub> outside) : TestHub(relay, events, outside);
