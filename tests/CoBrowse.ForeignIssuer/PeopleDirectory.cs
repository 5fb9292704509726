using System.Collections.Concurrent;

namespace CoBrowse.Tests.ForeignIssuer;

/// <summary>The directory behind the issuer, of two companies; whoever is disabled stays in it and may do nothing.</summary>
internal sealed class PeopleDirectory
{
    public const string Password = "correct horse battery staple";

    private static readonly Dictionary<string, Person> People = new()
    {
        ["dana"] = new("e-1001", "Dana Whitfield", "Branch support", "kestrel", "KB-Support-Desk", "KB-Everybody"),
        ["lee"] = new("e-1002", "Lee Okafor", "Team lead", "kestrel", "KB-Team-Leads", "KB-Wealth"),
        ["pat"] = new("e-1004", "Pat Iversen", "Contractor", "kestrel", "KB-Support-Desk", Person.Contractors),
        ["kai"] = new("e-1005", "Kai Nakata", "Desk lead", "kestrel", "KB-Support-Desk", "KB-Policy"),
        ["max"] = new("e-1003", "Max Lindgren", "Marketing", "kestrel", "KB-Everybody"),
        ["olga"] = new("e-2001", "Olga Brandt", "Support", "heron", "KB-Support-Desk"),
    };

    private readonly ConcurrentDictionary<string, bool> disabled = new();

    public void Disable(string number) => disabled[number] = true;

    public Person? SignIn(string? name, string? password) =>
        name is not null && password == Password && People.TryGetValue(name, out var person) ? Enabled(person) : null;

    public Person? Find(string? number) =>
        People.Values.FirstOrDefault(person => person.Number == number) is { } person ? Enabled(person) : null;

    private Person? Enabled(Person person) => disabled.ContainsKey(person.Number) ? null : person;
}
