using System.Text.Json;

namespace CoBrowse.Server.Masking;

/// <summary>A document to keep, to check or to work on.</summary>
internal sealed record PolicyDraft(JsonElement Document, string? Note);
