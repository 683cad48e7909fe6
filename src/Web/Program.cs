using KernelTracker.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddTrackerSite();
// Ingest in the same process is added here: builder.Services.AddIngest(builder.Configuration).

var app = builder.Build();
app.UseTrackerSite();
app.Run();

/// <summary>The site's entry point, named so that tests can host it.</summary>
public sealed partial class Program;
