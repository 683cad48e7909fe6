using System.Buffers;
using KernelTracker.Data.Model;

namespace KernelTracker.Ingest.Kernel.Interfaces;

/// <summary>Reads the names that a file of a kernel tree holds for others to rely on.</summary>
internal static class InterfaceReader
{
    private static readonly SearchValues<string> SourceWords = SearchValues.Create(
        ["EXPORT", "module_param", "MODULE_PARM", "MODULE_PARAM_PREFIX", "__setup", "early_param", "core_param", "file_system_type", "match_table_t", "fsparam"], StringComparison.Ordinal);

    private static readonly SearchValues<string> RequestSigns = SearchValues.Create(["_IO(", "_IOR(", "_IOW(", "_IOWR(", "_IOC("], StringComparison.Ordinal);

    /// <summary>The names of a file, each kind and name once, in the order of <see cref="InterfaceFact.Compare"/>.</summary>
    /// <param name="path">The path in the tree.</param>
    /// <param name="text">The content.</param>
    public static InterfaceFact[] Read(string path, string text)
    {
        var facts = new FactSet();
        switch (InterfaceFiles.Of(path))
        {
            case InterfaceFormat.Source:
                ReadSource(path, text, facts);
                break;
            case InterfaceFormat.Header:
                HeaderReader.Read(path, text, facts);
                if (path == ControlGroups.Path)
                    ControlGroups.Read(text, facts);
                ReadNumbers(path, text, facts);
                break;
            case InterfaceFormat.Constants:
                ReadConstants(path, CodeText.Read(text), facts);
                break;
            case InterfaceFormat.SystemCallTable:
                SystemCalls.ReadTable(text, facts);
                break;
            case InterfaceFormat.Abi:
                AbiDocument.Read(text, facts);
                break;
            case InterfaceFormat.ParameterList:
                ParameterList.Read(text, facts);
                break;
            case InterfaceFormat.RemovalSchedule:
                RemovalSchedule.Read(text, facts);
                break;
            case InterfaceFormat.Document:
                facts.Add(Documents.KindOf(path)!.Value, path, Documents.Title(text));
                break;
            case InterfaceFormat.Makefile:
                if (InterfaceFiles.DirectoryOf(path) is { } folder)
                    facts.Add(folder.Kind, folder.Name);
                BuildTargets.ReadHelp(text, facts);
                break;
            case InterfaceFormat.Command:
                facts.Add(InterfaceKind.Tool, InterfaceFiles.CommandOf(path)!);
                break;
            case InterfaceFormat.Checks:
                BuildTargets.ReadChecks(text, facts);
                break;
        }
        return facts.ToArray();
    }

    private static void ReadSource(string path, string text, FactSet facts)
    {
        var code = CodeText.Read(text);
        var parameters = new ModuleParameters(path);
        var filesystems = new Filesystems(code.Text);
        var hasOptions = MountOptions.IsPlace(path);
        var tableEnd = 0;
        foreach (var word in CodeWords.Find(code, SourceWords))
        {
            var name = code.Text.AsSpan(word.Start, word.End - word.Start);
            if (name.Contains("EXPORT", StringComparison.Ordinal))
            {
                // In a macro it exports whatever its argument will be.
                if (!word.InDirective)
                    ExportedSymbols.Read(code.Text, word, facts);
            }
            else if (name.StartsWith("module_param") || name.StartsWith("MODULE_PAR"))
            {
                parameters.Read(code.Text, word);
            }
            else if (name is "file_system_type")
            {
                filesystems.Read(word, facts);
            }
            else if (name is "match_table_t")
            {
                if (hasOptions && word.Start >= tableEnd)
                    tableEnd = MountOptions.ReadTable(path, code.Text, word, facts);
            }
            else if (name.StartsWith("fsparam") || name is "__fsparam")
            {
                if (hasOptions)
                    MountOptions.ReadSpecification(path, code.Text, word, facts);
            }
            else
            {
                BootParameters.Read(code.Text, word, facts);
            }
        }
        parameters.AddTo(facts);
        if (code.Text.Contains(Sysctls.Sign, StringComparison.Ordinal))
            Sysctls.Read(code.Text, facts);
        // The requests of 32-bit programs, which a source translates, are those of its headers.
        var isTranslation = path.EndsWith(".c", StringComparison.Ordinal) && path.Contains("compat", StringComparison.Ordinal);
        if (!isTranslation && code.Text.AsSpan().ContainsAny(RequestSigns))
            ReadConstants(path, code, facts);
    }

    /// <summary>The numbers of system calls in a header that is read as a whole.</summary>
    private static void ReadNumbers(string path, string text, FactSet facts)
    {
        if (path.EndsWith("/unistd.h", StringComparison.Ordinal))
            ReadConstants(path, CodeText.Read(text), facts);
    }

    private static void ReadConstants(string path, CodeText code, FactSet facts)
    {
        var families = UserConstants.Of(path);
        var isNumbers = path[(path.LastIndexOf('/') + 1)..].Contains("unistd", StringComparison.Ordinal);
        var kernel = new KernelOnly(code.Text);
        var macros = Defines.Read(code).ToList();
        var requests = new IoctlRequests(macros.Select(m => (m.Name, m.Value)));
        foreach (var (name, value, at) in macros)
        {
            if (SystemCalls.IsNumber(name))
            {
                if (isNumbers)
                    SystemCalls.AddNumber(name, value, facts);
                continue;
            }
            var isKernels = kernel.Has(at);
            if (!isKernels && requests.Of(name, value) is { } request)
                facts.Add(InterfaceKind.Ioctl, name, request);
            else if (!IoctlNumbers.Is(value) && UserConstants.KindOf(families, name, value, isKernels) is { } kind)
                facts.Add(kind, name, value);
        }
    }
}
