namespace CoBrowse.Server.Colleagues;

internal static class ColleagueExtensions
{
    public static void AddColleagues(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ColleagueNews>();
}
