using System.Globalization;
using CoBrowse.Protocol;

namespace CoBrowse.SignalR.Tests.Splice;

/// <summary>Frame messages spoilt by a seed. <c>COBROWSE_FUZZ=1000000 dotnet test</c> tries more of them.</summary>
public sealed class SpoiltFrameTests
{
    private static readonly int Runs =
        int.TryParse(Environment.GetEnvironmentVariable("COBROWSE_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var runs) ? runs : 20_000;

    [Fact]
    public void RELAY_2_whatever_the_bytes_a_frame_is_whole_waits_is_for_the_hub_or_is_refused()
    {
        var frames = 0;
        for (var seed = 0; seed < Runs; seed++)
        {
            var random = new Random(seed);
            var bytes = Spoilt(random);
            if (Match(bytes, out var head) == FrameMatch.Frame)
            {
                frames++;
                // What is spliced lies within what came, within its limit, and has a head that can be read.
                Assert.True(head.MessageBytes <= bytes.Length && head.MessageBytes <= ProtocolLimits.FrameBytes + 32, $"seed {seed}");
                Assert.True(Enum.IsDefined(head.Header.Kind), $"seed {seed}");
            }

            _ = FrameHeader.TryRead(bytes.AsSpan(random.Next(bytes.Length + 1)), out _);
        }

        // Some were left as they were, by what was spoilt.
        Assert.InRange(frames, Runs / 10, Runs - (Runs / 10));
    }

    private static FrameMatch Match(byte[] bytes, out MessageHead head)
    {
        head = default;
        try
        {
            return FrameMessage.Match(bytes.AsSpan(0, Math.Min(bytes.Length, FrameMessage.HeadBytes)), bytes.Length, out head);
        }
        catch (InvalidDataException)
        {
            // A prefix that is no length ends the connection.
            return FrameMatch.Violation;
        }
    }

    private static byte[] Spoilt(Random random)
    {
        var bytes = Frames.Message(Frames.Of((FrameKind)random.Next(1, 4), random.Next(1 << 24), random.Next(300)));
        switch (random.Next(5))
        {
            case 0:
                random.NextBytes(bytes);
                break;
            case 1:
                return bytes[..random.Next(bytes.Length + 1)];
            case 2:
                return [.. bytes, .. bytes[random.Next(bytes.Length)..]];
            default:
                for (var i = random.Next(4); i >= 0; i--)
                    bytes[random.Next(Math.Min(bytes.Length, 40))] = (byte)random.Next(256);
                break;
        }

        return bytes;
    }
}
