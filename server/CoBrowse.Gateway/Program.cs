using CoBrowse.Gateway;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddGateway(builder.Configuration);

return builder.Build().RunGateway(Console.Error);
