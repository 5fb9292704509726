namespace CoBrowse.Server.DevelopmentIssuer;

internal static class DevelopmentIssuerExtensions
{
    public static void AddDevelopmentIssuer(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DevelopmentIssuerOptions>()
            .BindConfiguration("DevelopmentIssuer")
            .Validate<IHostEnvironment>(
                (options, environment) => !options.Enabled || environment.IsDevelopment(),
                "DevelopmentIssuer:Enabled is true outside Development: it would let anybody in.")
            .ValidateOnStart();
        builder.Services.AddSingleton<DevelopmentIssuerKey>();
        builder.Services.AddSingleton<AuthorizationCodes>();
        builder.Services.AddSingleton<DevelopmentTokens>();
    }
}
