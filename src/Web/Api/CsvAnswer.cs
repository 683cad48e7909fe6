using System.Text;
using KernelTracker.Data.Reports;

namespace KernelTracker.Web.Api;

/// <summary>A table as CSV, sent as its rows come.</summary>
/// <param name="file">How it is called when it is saved; of a stretch, <see cref="Stretch.Name(HttpContext, string)"/> has said so already.</param>
/// <param name="table">The columns.</param>
/// <param name="rows">The rows.</param>
internal sealed class CsvAnswer<T>(string? file, CsvTable<T> table, IAsyncEnumerable<T> rows) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (file is not null)
            Stretch.Name(httpContext, file);
        httpContext.Response.ContentType = "text/csv; charset=utf-8; header=present";
        await using var text = new StreamWriter(httpContext.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await table.WriteAsync(text, rows, httpContext.RequestAborted);
    }
}
