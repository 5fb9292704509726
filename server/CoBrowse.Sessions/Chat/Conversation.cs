using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>
/// The chat of one session: the node gives order and numbers. It keeps the newest <see cref="ProtocolLimits.ChatKept"/>
/// messages, fewer where they are long, and lives as long as the node and the session do. Its members may be called from any thread.
/// </summary>
public sealed class Conversation(SessionId session, TimeProvider time)
{
    /// <summary>All that is kept travels in one message to whoever joins.</summary>
    private const int MostCharacters = 32_000;

    private const int AtOnce = 6;
    private static readonly TimeSpan OneMoreEach = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly LinkedList<ChatMessage> messages = new();
    private readonly Dictionary<string, DateTimeOffset> busyUntil = new(StringComparer.Ordinal);
    private int characters;
    private long last;
    private long customerHas;
    private long agentsHave;

    /// <summary>Whether anything was written.</summary>
    public bool IsEmpty => Volatile.Read(ref last) == 0;

    /// <summary>All that is kept, the oldest first.</summary>
    public ChatLog All()
    {
        using var held = gate.EnterScope();
        return Log([.. messages]);
    }

    /// <summary>A message that was written before under the same id of the same sender.</summary>
    public ChatMessage? Find(string? from, string id)
    {
        using var held = gate.EnterScope();
        return messages.LastOrDefault(message => message.From == from && message.Id == id);
    }

    /// <summary>Whether this sender may write one more now; if so, it counts.</summary>
    public bool Take(string? from)
    {
        using var held = gate.EnterScope();
        var now = time.GetUtcNow();
        var key = from ?? string.Empty;
        var busy = busyUntil.TryGetValue(key, out var until) && until > now ? until : now;
        if (busy + OneMoreEach > now + (AtOnce * OneMoreEach))
            return false;
        busyUntil[key] = busy + OneMoreEach;
        return true;
    }

    /// <summary>Writes, and hands what is new to <paramref name="tell"/> before anything else is written, so that all hear it in order.</summary>
    public ChatMessage Add(string? from, string name, string id, string text, Action<ChatLog> tell)
    {
        using var held = gate.EnterScope();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        // Rises over a restart of the node as well: pages that stayed open go on behind what they have.
        var message = new ChatMessage(last = Math.Max(last + 1, now), id, from, name, text, now);
        messages.AddLast(message);
        characters += text.Length;
        while (messages.Count > ProtocolLimits.ChatKept || characters > MostCharacters)
        {
            characters -= messages.First!.Value.Text.Length;
            messages.RemoveFirst();
        }

        tell(Log([message]));
        return message;
    }

    /// <summary>The customer's browser, or an agent's, has all up to <paramref name="number"/>. News only where it is.</summary>
    public void Received(bool byCustomer, long number, Action<ChatLog> tell)
    {
        using var held = gate.EnterScope();
        ref var has = ref byCustomer ? ref customerHas : ref agentsHave;
        number = Math.Min(number, last);
        if (number <= has)
            return;
        has = number;
        tell(Log([]));
    }

    private ChatLog Log(IReadOnlyList<ChatMessage> some) => new(session.ToString(), some, customerHas, agentsHave);
}
