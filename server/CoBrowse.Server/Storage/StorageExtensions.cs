using System.Security.Cryptography;
using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;
using CoBrowse.Storage.Sessions;
using CoBrowse.Storage.Sqlite;

namespace CoBrowse.Server.Storage;

internal static class StorageExtensions
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StorageOptions>()
            .BindConfiguration("Storage")
            .Validate(options => !string.IsNullOrWhiteSpace(options.Path), "Storage:Path must name a folder.")
            .ValidateOnStart();
        builder.Services.AddSingleton<DataFolder>();
        builder.Services.AddSqliteStorage(services => services.GetRequiredService<DataFolder>().Database);
        builder.Services.AddSingleton<SessionStore>();
        builder.Services.AddSingleton<ISessionStore>(services => services.GetRequiredService<SessionStore>());
        builder.Services.AddSingleton<SessionKeyStore>();
        // Its name is from when it kept assets only.
        builder.Services.AddSingleton(services => new SessionKeys(
            services.GetRequiredService<SessionKeyStore>(),
            services.GetRequiredService<DataFolder>().Secret("assets.key", () => RandomNumberGenerator.GetBytes(SessionKeys.KeyBytes))));
        builder.Services.AddSingleton<PlainSessions>();
        builder.Services.AddHostedService<StorageStart>();
    }
}
