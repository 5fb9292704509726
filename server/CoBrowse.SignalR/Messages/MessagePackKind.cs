namespace CoBrowse.SignalR;

/// <summary>What a MessagePack value is, by its first byte.</summary>
internal enum MessagePackKind
{
    Unused,
    Nil,
    Boolean,
    Integer,
    Float,
    String,
    Bytes,
    Array,
    Map,
    Extension,
}

internal static class MessagePackKinds
{
    public static MessagePackKind Of(byte code) => code switch
    {
        <= 0x7f or >= 0xe0 or (>= 0xcc and <= 0xd3) => MessagePackKind.Integer,
        <= 0x8f or 0xde or 0xdf => MessagePackKind.Map,
        <= 0x9f or 0xdc or 0xdd => MessagePackKind.Array,
        <= 0xbf or (>= 0xd9 and <= 0xdb) => MessagePackKind.String,
        0xc0 => MessagePackKind.Nil,
        0xc1 => MessagePackKind.Unused,
        0xc2 or 0xc3 => MessagePackKind.Boolean,
        >= 0xc4 and <= 0xc6 => MessagePackKind.Bytes,
        0xca or 0xcb => MessagePackKind.Float,
        _ => MessagePackKind.Extension,
    };
}
