namespace CoBrowse.Sessions;

/// <summary>Why an agent lost a place in a session.</summary>
public enum Removal
{
    /// <summary>The agent left.</summary>
    Left,

    /// <summary>The agent was away for too long.</summary>
    Gone,

    /// <summary>The customer said no.</summary>
    Denied,

    /// <summary>The customer did not answer.</summary>
    TimedOut,

    /// <summary>The customer withdrew consent.</summary>
    Withdrawn,

    /// <summary>A colleague took over, with the customer's yes.</summary>
    HandedOver,

    /// <summary>The agent who handed over took it back before the customer's yes.</summary>
    TakenBack,

    /// <summary>A supervisor, of whose agents none is left.</summary>
    Unaccompanied,
}
