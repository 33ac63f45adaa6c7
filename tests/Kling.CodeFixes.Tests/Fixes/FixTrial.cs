using Kling.SourceGenerator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>All rows of a fix in one project, a file each and a second one with the other line ends, and what went wrong with them.</summary>
internal sealed class FixTrial : IDisposable
{
    private readonly FixRows _rows;
    private readonly UserProject _project;
    private readonly (DocumentId File, FixRow Row, string Before, string After)[] _files;
    private readonly DocumentId[] _refused;

    private FixTrial(FixRows rows)
    {
        _rows = rows;
        (FixRow Row, string Before, string After)[] codes = [.. rows.Rows.SelectMany(static row => Codes(row))];
        _project = UserProject.Of([.. codes.Select(static code => code.Before), .. rows.Refused.Select(FixRows.File)], [.. rows.Schemas]);
        _files = [.. codes.Zip(_project.Documents, static (code, file) => (file, code.Row, code.Before, code.After))];
        _refused = [.. _project.Documents.Skip(codes.Length)];
    }

    /// <summary>The first fault of each code, whatever its line ends are.</summary>
    private readonly Dictionary<string, string> _faults = [];

    public IEnumerable<string> Faults => _faults.Values;

    public static FixTrial Of(FixRows rows) => new(rows);

    /// <summary>Each file has the mistake, and the right fix is offered, or none.</summary>
    public async Task StartAsync()
    {
        ILookup<DocumentId, Diagnostic> found = await _project.DiagnosticsByFileAsync();
        IReadOnlyDictionary<DocumentId, (string Id, string Title, string Code)> first = await Repair.FirstAsync(_rows.Fix, _project);
        foreach ((DocumentId file, FixRow row, string before, _) in _files)
        {
            int mistakes = found[file].Count(IsMistake);
            Expect(mistakes >= (row.Form is FixForm.Several ? 2 : 1), before, $"has {mistakes} mistakes: {Text(found[file])}");
            string title = first.TryGetValue(file, out (string Id, string Title, string Code) offered) ? offered.Title : "nothing";
            Expect(title == row.Title, before, $"offers '{title}' instead of '{row.Title}'");
        }

        for (int i = 0; i < _refused.Length; i++)
        {
            Expect(found[_refused[i]].Any(IsMistake), _rows.Refused[i], $"has no mistake: {Text(found[_refused[i]])}");
            Expect(!first.ContainsKey(_refused[i]), _rows.Refused[i], "is repaired");
        }

        string page = Checkout.Read("generator", "DIAGNOSTICS.md");
        foreach (string id in _rows.Fix.FixableDiagnosticIds)
        {
            string[] titles = [.. first.Values.Where(offered => offered.Id == id).Select(static offered => offered.Title).Distinct()];
            Expect(titles.Length > 0, id, "has no row.");
            Expect(titles.Any(title => Entry(page, id).Contains($"light bulb \"{title}\"", StringComparison.Ordinal)), id, $"has no entry in DIAGNOSTICS.md that names one of {string.Join(", ", titles)}.");
        }
    }

    /// <summary>Place after place: then no file has the mistake, an error, a new warning or a variable that nothing reads.</summary>
    public async Task RepairOneByOneAsync()
    {
        ILookup<DocumentId, Diagnostic> had = await _project.DiagnosticsByFileAsync();
        await Repair.OneByOneAsync(_rows.Fix, _project);
        ILookup<DocumentId, Diagnostic> has = await _project.DiagnosticsByFileAsync();
        foreach ((DocumentId file, _, string before, string after) in _files)
        {
            string repaired = await _project.TextAsync(file);
            Same(after, repaired, before, "one by one");
            IEnumerable<Diagnostic> left = has[file].Where(diagnostic => IsMistake(diagnostic)
                || diagnostic.Severity is DiagnosticSeverity.Error
                || (diagnostic.Severity is DiagnosticSeverity.Warning && had[file].All(known => known.Id != diagnostic.Id)));
            Expect(!left.Any(), before, $"becomes\n{Shown(repaired)}\nwith {Text(left)}");
            Expect(!Unread(repaired).Except(Unread(before)).Any(), before, $"becomes\n{Shown(repaired)}\nwhere nothing reads {string.Join(", ", Unread(repaired))}");
            Expect(_rows.RemovesCode || Comments(repaired).SequenceEqual(Comments(before)), before, $"becomes\n{Shown(repaired)}\nwith other comments");
        }

        _project.Undo();
    }

    /// <summary>All places of each file, or of the project: the same text.</summary>
    public async Task RepairAllAsync(FixAllScope scope)
    {
        // Which line ends a file has makes no difference between the scopes.
        DocumentId[][] calls = scope is FixAllScope.Document
            ? [.. _files.Where(static file => !file.Before.Contains('\r', StringComparison.Ordinal)).Select(static file => new[] { file.File })]
            : [[.. _files.Select(static file => file.File)]];
        foreach (DocumentId[] files in calls)
        {
            IReadOnlyDictionary<DocumentId, string> repaired = await Repair.AllAsync(_rows.Fix, _project, scope, files);
            foreach ((DocumentId file, _, string before, string after) in _files.Where(file => files.Contains(file.File)))
            {
                Same(after, repaired.GetValueOrDefault(file, before), before, $"all of the {scope}");
            }
        }
    }

    public void Dispose() => _project.Dispose();

    private static IEnumerable<(FixRow Row, string Before, string After)> Codes(FixRow row)
    {
        (string before, string after) = (FixRows.File(row.Before).ReplaceLineEndings("\n"), FixRows.File(row.After).ReplaceLineEndings("\n"));
        yield return (row, before, after);
        yield return (row, before.ReplaceLineEndings("\r\n"), after.ReplaceLineEndings("\r\n"));
    }

    /// <summary>What the page says of an id; of one of the compiler's, the line that names it.</summary>
    private static string Entry(string page, string id)
    {
        bool isOurs = id.StartsWith("KLING", StringComparison.Ordinal);
        int start = page.IndexOf(isOurs ? $"\n## {id}\n" : $"- {id}", StringComparison.Ordinal);
        int end = start < 0 ? start : page.IndexOf(isOurs ? "\n## " : "\n", start + 1, StringComparison.Ordinal);
        return start < 0 ? "" : page[start..end];
    }

    private static IEnumerable<string> Comments(string code) => CSharpSyntaxTree.ParseText(code).GetRoot()
        .DescendantTrivia()
        .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        .Select(static trivia => trivia.ToString().Trim('/', '*', ' '))
        .Order(StringComparer.Ordinal);

    /// <summary>The variables whose name is written once: where they are declared.</summary>
    private static IEnumerable<string> Unread(string code)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(code).GetRoot();
        ILookup<string, SyntaxToken> names = root.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).ToLookup(static token => token.ValueText);
        return names
            .Where(static name => name.Count() == 1 && name.Single().Parent is VariableDeclaratorSyntax or SingleVariableDesignationSyntax)
            .Select(static name => name.Key);
    }

    private static string Text(IEnumerable<Diagnostic> diagnostics) => string.Join("; ", diagnostics.Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden));

    private bool IsMistake(Diagnostic diagnostic) => _rows.Fix.FixableDiagnosticIds.Contains(diagnostic.Id);

    private void Same(string expected, string actual, string before, string how) =>
        Expect(expected == actual, before, $"{how} becomes\n{Shown(actual)}\ninstead of\n{Shown(expected)}");

    private void Expect(bool isRight, string code, string otherwise)
    {
        if (!isRight)
        {
            _ = _faults.TryAdd(code.ReplaceLineEndings("\n"), $"{Shown(code)}\n{otherwise}");
        }
    }

    /// <summary>A code without the frame that all rows share.</summary>
    private static string Shown(string code)
    {
        string[] frame = FixRows.File("ROW").ReplaceLineEndings("\n").Split("ROW");
        string shown = code.Replace("\r\n", "\u21b5\n", StringComparison.Ordinal);
        (string before, string after) = (frame[0], frame[1]);
        return code.Contains('\r', StringComparison.Ordinal)
            ? shown.Replace(before.Replace("\n", "\u21b5\n", StringComparison.Ordinal), "", StringComparison.Ordinal).Replace(after.Replace("\n", "\u21b5\n", StringComparison.Ordinal), "", StringComparison.Ordinal)
            : shown.Replace(before, "", StringComparison.Ordinal).Replace(after, "", StringComparison.Ordinal);
    }
}
