using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace Kling.CodeFixes.GoToSchema;

/// <summary>Opens a schema file. It changes nothing.</summary>
internal sealed class OpenSchemaAction(string title, DocumentId schema) : CodeAction
{
    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override string EquivalenceKey => nameof(OpenSchemaAction);

    /// <inheritdoc/>
    protected override Task<IEnumerable<CodeActionOperation>> ComputeOperationsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<CodeActionOperation>>([new Operation(schema)]);

    /// <inheritdoc/>
    protected override Task<IEnumerable<CodeActionOperation>> ComputePreviewOperationsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<CodeActionOperation>>([]);

    private sealed class Operation(DocumentId schema) : CodeActionOperation
    {
        /// <inheritdoc/>
        public override void Apply(Workspace workspace, CancellationToken cancellationToken)
        {
            if (workspace.CanOpenDocuments)
            {
                workspace.OpenAdditionalDocument(schema, activate: true);
            }
        }
    }
}
