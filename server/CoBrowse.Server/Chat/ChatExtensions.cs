namespace CoBrowse.Server.Chat;

internal static class ChatExtensions
{
    public static void AddChat(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SessionChats>();
}
