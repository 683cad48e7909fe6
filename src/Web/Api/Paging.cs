using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KernelTracker.Web.Api;

/// <summary>The parameters page and pageSize of a list.</summary>
public readonly record struct Paging(int Number, int Size)
{
    /// <summary>The largest page that is given.</summary>
    public const int LargestSize = 200;

    private const int UsualSize = 50;

    /// <summary>Beyond this the row number of a page would overflow.</summary>
    private const int LastPage = int.MaxValue / LargestSize;

    /// <summary>Reads the parameters; false with a problem when they are no numbers or out of range.</summary>
    public static bool TryRead(string? page, string? pageSize, out Paging paging, [NotNullWhen(false)] out string? problem)
    {
        paging = default;
        problem = null;
        var number = 1;
        var size = UsualSize;
        if (!string.IsNullOrEmpty(page) && (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > LastPage))
            problem = "page is a number from 1.";
        else if (!string.IsNullOrEmpty(pageSize) && (!int.TryParse(pageSize, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > LargestSize))
            problem = $"pageSize is a number from 1 to {LargestSize}.";
        paging = new Paging(number, size);
        return problem is null;
    }
}
