namespace CoBrowse.SignalR;

/// <summary>A set of classes of frames. Class 0, everybody's, is in each.</summary>
public readonly record struct FrameClasses
{
    private readonly UInt128 _low;
    private readonly UInt128 _high;

    private FrameClasses(UInt128 low, UInt128 high) => (_low, _high) = (low, high);

    /// <summary>Class 0 alone.</summary>
    public static FrameClasses Everybody => default;

    /// <summary>These classes, and class 0.</summary>
    public static FrameClasses Of(params ReadOnlySpan<byte> classes)
    {
        var (low, high) = (UInt128.Zero, UInt128.Zero);
        foreach (var each in classes)
        {
            if (each < 128) low |= UInt128.One << each;
            else high |= UInt128.One << (each - 128);
        }

        return new FrameClasses(low & ~UInt128.One, high);
    }

    /// <summary>Whether the class is in the set.</summary>
    public bool Contains(byte frameClass) =>
        frameClass == 0 || ((frameClass < 128 ? _low >> frameClass : _high >> (frameClass - 128)) & UInt128.One) != UInt128.Zero;
}
