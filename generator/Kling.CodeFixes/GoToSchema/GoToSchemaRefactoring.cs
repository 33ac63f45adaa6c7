using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace Kling.CodeFixes.GoToSchema;

/// <summary>
/// <c>Go to "prompt" in storefront-scene.json(5,5)</c>, on every use of a generated member or type whose schema file is in the project.
/// Go to definition ends in the generated code.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(GoToSchemaRefactoring))]
public sealed class GoToSchemaRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (
            await SymbolAsync(context).ConfigureAwait(false) is { } symbol
            && SchemaPath.Of(symbol) is { } path
            && await SchemaFileOf.FindAsync(context.Document.Project, path.Slug, context.CancellationToken).ConfigureAwait(false)
                is { } file
        )
        {
            LineSpan line = new LineMap(file.Text).Lines(file.Find(path.Steps));
            string name = path.Steps.Count == 0 ? path.Slug : path.Steps.Last(static step => step.Keyword == "properties").Name;
            string title = FormattableString.Invariant(
                $"Go to \"{name}\" in {Path.GetFileName(file.Document.FilePath)}({line.StartLine + 1},{line.StartColumn + 1})"
            );
            context.RegisterRefactoring(new OpenSchemaAction(title, file.Document.Id));
        }
    }

    private static async Task<ISymbol?> SymbolAsync(CodeRefactoringContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        return root?.FindToken(context.Span.Start).Parent is { } node ? model?.GetSymbolInfo(node, context.CancellationToken).Symbol : null;
    }
}
