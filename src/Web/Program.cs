using KernelTracker.Ingest;
using KernelTracker.Ingest.Configuration;
using KernelTracker.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddTrackerSite();
// One command starts everything: the site reads the trees itself, in the background.
builder.Services.AddTrackerOptions(builder.Configuration).AddIngestWorker();
builder.Services.PostConfigure<TrackerOptions>(o => o.Database = TrackerSite.DatabaseFile(builder.Configuration, builder.Environment));

var app = builder.Build();
app.UseTrackerSite();
app.Run();

/// <summary>The site's entry point, named so that tests can host it.</summary>
public sealed partial class Program;
