namespace CoBrowse.Storage.Sessions;

/// <summary>How a consent is written. The numbers are in databases: never change them.</summary>
internal enum ConsentColumn
{
    Unasked = 0,
    Asked = 1,
    Granted = 2,

    /// <summary>No place any more; who was there is kept for the history, and erased with the session.</summary>
    Former = 3,
}
