namespace CoBrowse.Server.Tests.Matrix;

/// <summary>How an agent stands to the session that is tried.</summary>
public enum AgentIn
{
    /// <summary>Has a place in it.</summary>
    Place,

    /// <summary>Of the tenant, without a place.</summary>
    Colleague,

    /// <summary>A supervisor of the tenant, without a place.</summary>
    Supervisor,

    /// <summary>Of another tenant.</summary>
    Stranger,
}
