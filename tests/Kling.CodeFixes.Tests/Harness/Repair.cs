using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kling.CodeFixes.Tests;

/// <summary>Uses a light bulb as an editor does.</summary>
internal static class Repair
{
    /// <summary>Repairs the first place that can be repaired, and gives the file with the bulb's title.</summary>
    public static async Task<(string Title, string Code)> FirstAsync(SyntaxFix fix, UserProject project)
    {
        foreach (Diagnostic diagnostic in await FixableAsync(fix, project))
        {
            if (await OfferAsync(fix, project, diagnostic) is { } action)
            {
                await ApplyAsync(project, action);
                return (action.Title, await project.TextAsync());
            }
        }

        return ("", await project.TextAsync());
    }

    /// <summary>Repairs the whole project at once.</summary>
    public static async Task<string> AllAsync(SyntaxFix fix, UserProject project)
    {
        ImmutableArray<Diagnostic> diagnostics = await FixableAsync(fix, project);
        var context = new FixAllContext(
            project.Project.GetDocument(project.Program)!,
            fix,
            FixAllScope.Project,
            fix.GetType().Name,
            fix.FixableDiagnosticIds,
            new Known(diagnostics),
            TestContext.Current.CancellationToken);
        await ApplyAsync(project, (await fix.GetFixAllProvider().GetFixAsync(context))!);
        return await project.TextAsync();
    }

    /// <summary>Repairs place after place until none is left that can be repaired.</summary>
    public static async Task<string> OneByOneAsync(SyntaxFix fix, UserProject project)
    {
        string before, after = await project.TextAsync();
        do
        {
            before = after;
            (_, after) = await FirstAsync(fix, project);
        }
        while (after != before);
        return after;
    }

    private static async Task<ImmutableArray<Diagnostic>> FixableAsync(SyntaxFix fix, UserProject project) =>
        [.. (await project.DiagnosticsAsync()).Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id))];

    private static async Task<CodeAction?> OfferAsync(SyntaxFix fix, UserProject project, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        await fix.RegisterCodeFixesAsync(new CodeFixContext(
            project.Project.GetDocument(project.Program)!, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return actions.SingleOrDefault();
    }

    private static async Task ApplyAsync(UserProject project, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        project.Change(Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution);
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
