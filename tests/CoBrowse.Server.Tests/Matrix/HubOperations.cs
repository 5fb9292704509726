using System.Reflection;

namespace CoBrowse.Server.Tests.Matrix;

/// <summary>What can be called on a hub, as the framework sees it.</summary>
internal static class HubOperations
{
    public static IReadOnlyList<string> Of<THub>() =>
    [
        .. typeof(THub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition().DeclaringType == typeof(THub) && !method.IsSpecialName)
            .Select(method => method.Name),
    ];
}
