using CoBrowse.Storage.Retention;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Retention;

internal static class RetentionExtensions
{
    public static void AddRetention(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<RetentionSweepOptions>().BindConfiguration("Retention").ValidateOnStart();
        services.AddSingleton<IValidateOptions<RetentionSweepOptions>, RetentionSweepOptionsValidation>();
        services.AddSingleton<ErasureStore>();
        services.AddSingleton<HoldStore>();
        services.AddSingleton<KeptSessions>();
        services.AddSingleton<Eraser>();
        services.AddHostedService<RetentionSweep>();
    }
}
