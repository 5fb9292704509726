using System.IO.Pipelines;

namespace CoBrowse.SignalR;

/// <summary>A connection's transport as its hub sees it.</summary>
internal sealed record RelayedTransport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
