using System.Diagnostics;

namespace CoBrowse.Benchmarks.Load;

/// <summary>Sends each session's frame when it is due, sixty times a second, and never waits for the server.</summary>
internal static class SixtyHertz
{
    public static void Run(IReadOnlyList<Session> sessions, byte[] frame, TimeSpan duration)
    {
        const double Period = 1_000_000.0 / 60;
        var began = Stopwatch.GetTimestamp();
        var beganStamp = Stamp.Now;
        var ticks = (long)(duration.TotalSeconds * 60);
        for (var tick = 0L; tick < ticks; tick++)
        {
            for (var i = 0; i < sessions.Count; i++)
            {
                var due = (tick + ((double)i / sessions.Count)) * Period;
                // All that is due by now goes together, so that the load sleeps rather than spins; the stamp is the schedule's.
                while (Stopwatch.GetElapsedTime(began).TotalMicroseconds < due) Thread.Sleep(1);
                sessions[i].Send(frame, beganStamp + (uint)due);
            }
        }
    }
}
