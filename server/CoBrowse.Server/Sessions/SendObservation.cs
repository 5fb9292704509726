namespace CoBrowse.Server.Sessions;

/// <summary>For sends that nobody waits for.</summary>
internal static class SendObservation
{
    public static void Observe(this Task send, ILogger logger)
    {
        if (!send.IsCompletedSuccessfully)
            _ = ObserveAsync(send, logger);
    }

    private static async Task ObserveAsync(Task send, ILogger logger)
    {
        try
        {
            await send;
        }
        catch (Exception error)
        {
            logger.SendFailed(error);
        }
    }
}
