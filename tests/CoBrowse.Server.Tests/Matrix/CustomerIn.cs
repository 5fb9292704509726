namespace CoBrowse.Server.Tests.Matrix;

/// <summary>How a customer's tab stands to the session that is tried.</summary>
public enum CustomerIn
{
    /// <summary>The tab that holds the customer's place.</summary>
    Tab,

    /// <summary>A tab that another one has taken the place of.</summary>
    FormerTab,

    /// <summary>The customer of another session.</summary>
    Other,
}
