namespace CoBrowse.Sessions;

/// <summary>What a typed code came to: whether it was compared at all, and what it found.</summary>
public readonly record struct CodeGuess<T>(bool Compared, T? Found)
    where T : class;
