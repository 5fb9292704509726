namespace CoBrowse.Sessions;

/// <summary>Finds where one chain of an audit, a session's or a tenant's, was tampered with.</summary>
public static class AuditCheck
{
    /// <summary>
    /// The faults of <paramref name="entries"/>, which are in the order of their sequence. <paramref name="head"/> is the
    /// last entry that was ever written, as the database has it apart.
    /// </summary>
    public static IEnumerable<AuditFault> Of(
        string session, IReadOnlyList<AuditLink> entries, (int Sequence, string Hash)? head)
    {
        var (sequence, previous, whole) = (1, AuditChain.Start, true);
        foreach (var entry in entries)
        {
            if (entry.Sequence > sequence)
                yield return new AuditFault(session, sequence, AuditFaultKind.Removed, Missing(sequence, entry.Sequence - 1));
            if (!entry.IsWhole)
                yield return new AuditFault(session, entry.Sequence, AuditFaultKind.Changed, $"Entry {entry.Sequence} is not as it was written.");
            // After a gap, or beside a changed entry, it cannot follow; that is told already.
            else if (entry.Sequence == sequence && whole && entry.Previous != previous)
            {
                yield return new AuditFault(
                    session, entry.Sequence, AuditFaultKind.DoesNotFollow,
                    $"Entry {entry.Sequence} does not follow entry {entry.Sequence - 1}: one of them was put there.");
            }

            (sequence, previous, whole) = (entry.Sequence + 1, entry.Hash, entry.IsWhole);
        }

        if (head is not { } last)
            yield break;
        if (last.Sequence >= sequence)
            yield return new AuditFault(session, sequence, AuditFaultKind.Removed, Missing(sequence, last.Sequence));
        else if (last.Sequence < sequence - 1)
            yield return new AuditFault(session, last.Sequence + 1, AuditFaultKind.DoesNotFollow, $"Entries after {last.Sequence} were put there.");
        else if (whole && last.Hash != previous)
            yield return new AuditFault(session, last.Sequence, AuditFaultKind.DoesNotFollow, $"Entry {last.Sequence} was put in the place of another.");
    }

    private static string Missing(int first, int last) =>
        first == last ? $"Entry {first} is missing." : $"Entries {first} to {last} are missing.";
}
