using CoBrowse.Server.Assets;
using CoBrowse.Server.Chat;
using CoBrowse.Server.Colleagues;
using CoBrowse.Server.Console;
using CoBrowse.Server.DemoPortal;
using CoBrowse.Server.DevelopmentIssuer;
using CoBrowse.Server.Health;
using CoBrowse.Server.History;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Masking;
using CoBrowse.Server.Network;
using CoBrowse.Server.Proposals;
using CoBrowse.Server.Refusals;
using CoBrowse.Server.Retention;
using CoBrowse.Server.Sessions;
using CoBrowse.Server.Snippet;
using CoBrowse.Server.Starting;
using CoBrowse.Server.Storage;
using CoBrowse.Server.Tenants;
using CoBrowse.Server.Tickets;
using CoBrowse.Server.WatchQuery;
using CoBrowse.Server.WebFiles;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    // Started from another folder, the settings are those beside the program.
    ContentRootPath = File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory,
});

builder.AddRefusals();
builder.AddNetwork();
builder.AddStorage();
builder.AddTenants();
builder.AddMasking();
builder.AddIdentity();
builder.AddDevelopmentIssuer();
builder.AddTickets();
builder.AddSessions();
builder.AddStarting();
builder.AddWatchQuery();
builder.AddColleagues();
builder.AddHistory();
builder.AddHubs();
builder.AddChat();
builder.AddProposals();
builder.AddAssets();
builder.AddRetention();
builder.AddWebFiles();
builder.AddSnippet();
builder.AddConsole();
builder.AddDemoPortal();
builder.AddHealth();

var app = builder.Build();

app.ValidateOptions();

app.UseKnownProxies();
app.UseRefusals();
app.UseDemoPortal();
app.UseRouting();
app.UseTenantCors();
// Before a signature is checked: forged tokens cost no more than counting.
app.UseRateLimiter();
app.UseHubLimits();
app.UseAuthentication();
app.UseAuthorization();
app.UseHubOrigins();

app.MapHealth();
app.MapOpenApi();
app.MapDevelopmentIssuer();
app.MapTickets();
app.MapSessions();
app.MapStarting();
app.MapWatchQuery();
app.MapAssets();
app.MapPolicies();
app.MapRetention();
app.MapHistory();
app.MapHubs();
app.MapSnippet();
app.MapConsole();

await app.RunAsync();
