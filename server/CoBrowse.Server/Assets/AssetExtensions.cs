using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Assets;

internal static class AssetExtensions
{
    public static void AddAssets(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AssetOptions>().BindConfiguration("Assets").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<AssetOptions>, AssetOptionsValidation>();
        builder.Services.AddSingleton<PublicAssets>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PublicAssets>());
        builder.Services.AddSingleton<AssetStore>();
        builder.Services.AddSingleton<AssetCapabilities>();
        builder.Services.AddSingleton<AssetErasure>();
        // After the storage's start, so that the open sessions are known.
        builder.Services.AddHostedService(services => services.GetRequiredService<AssetErasure>());
    }
}
