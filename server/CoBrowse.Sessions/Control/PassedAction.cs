using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>An action that went to the customer's page. What it does there is TypeScript's alone.</summary>
public readonly record struct PassedAction(int Number, ActionKind Kind);
