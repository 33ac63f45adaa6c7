using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kling.CodeFixes.Tests;

/// <summary>Uses a light bulb as an editor does.</summary>
internal static class Repair
{
    /// <summary>In each file, the first fix that is offered, and the file after it. Nothing is changed yet.</summary>
    public static async Task<IReadOnlyDictionary<DocumentId, (string Id, string Title, string Code)>> FirstAsync(SyntaxFix fix, UserProject project)
    {
        var first = new Dictionary<DocumentId, (string, string, string)>();
        foreach (IGrouping<DocumentId, Diagnostic> file in await project.DiagnosticsByFileAsync())
        {
            Document document = project.Project.GetDocument(file.Key)!;
            foreach (Diagnostic diagnostic in file.Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                if (await OfferAsync(fix, document, diagnostic) is { } action)
                {
                    first.Add(file.Key, (diagnostic.Id, action.Title, (await TextsAsync(action, [file.Key]))[file.Key]));
                    break;
                }
            }
        }

        return first;
    }

    /// <summary>Repairs place after place until none is left that can be repaired.</summary>
    public static async Task OneByOneAsync(SyntaxFix fix, UserProject project)
    {
        while (await FirstAsync(fix, project) is { Count: > 0 } first)
        {
            project.Change(first.ToDictionary(static file => file.Key, static file => file.Value.Code));
        }
    }

    /// <summary>What the files become if all places of a scope are repaired at once: of a file, or of the project.</summary>
    public static async Task<IReadOnlyDictionary<DocumentId, string>> AllAsync(SyntaxFix fix, UserProject project, FixAllScope scope, params IEnumerable<DocumentId> files)
    {
        var known = new Known(await project.DiagnosticsByFileAsync(), fix.FixableDiagnosticIds);
        var context = new FixAllContext(
            project.Project.GetDocument(files.First())!,
            fix,
            scope,
            fix.GetType().Name,
            fix.FixableDiagnosticIds,
            known,
            TestContext.Current.CancellationToken);
        CodeAction? action = await fix.GetFixAllProvider().GetFixAsync(context);
        return action is null ? new Dictionary<DocumentId, string>() : await TextsAsync(action, files);
    }

    private static async Task<CodeAction?> OfferAsync(SyntaxFix fix, Document document, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return actions.SingleOrDefault();
    }

    private static async Task<Dictionary<DocumentId, string>> TextsAsync(CodeAction action, IEnumerable<DocumentId> files)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Solution changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        var texts = new Dictionary<DocumentId, string>();
        foreach (DocumentId file in files)
        {
            texts.Add(file, (await changed.GetDocument(file)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        }

        return texts;
    }

    private sealed class Known(ILookup<DocumentId, Diagnostic> diagnostics, ImmutableArray<string> ids) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.SelectMany(Fixable));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(Fixable(diagnostics[document.Id]));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        private IEnumerable<Diagnostic> Fixable(IEnumerable<Diagnostic> found) => found.Where(diagnostic => ids.Contains(diagnostic.Id));
    }
}
