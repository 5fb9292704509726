namespace CoBrowse.Gateway.Injection;

/// <summary>The last sixteen bytes, letters in lower case, to recognise a marker that may arrive in pieces.</summary>
internal struct RecentBytes
{
    private UInt128 _bytes;

    public void Add(byte b) => _bytes = (_bytes << 8) | (byte)char.ToLowerInvariant((char)b);

    public readonly bool EndWith(string marker)
    {
        for (var index = 0; index < marker.Length; index++)
        {
            if ((byte)(_bytes >> (8 * index)) != marker[marker.Length - 1 - index])
                return false;
        }

        return true;
    }
}
