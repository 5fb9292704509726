namespace CoBrowse.Server.Proposals;

internal static class ProposalExtensions
{
    public static void AddProposals(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SessionProposals>();
}
