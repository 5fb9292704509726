namespace CoBrowse.Server.WebFiles;

internal static class WebFilesExtensions
{
    public static void AddWebFiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebOptions>()
            .BindConfiguration("Web")
            .Validate(options => !string.IsNullOrWhiteSpace(options.Path), "Web:Path must name a folder.")
            .ValidateOnStart();
        builder.Services.AddSingleton<WebFolder>();
    }
}
