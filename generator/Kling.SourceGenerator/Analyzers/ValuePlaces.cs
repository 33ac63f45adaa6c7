using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Where values go: into properties (object initialisers, <c>with</c> and assignments are the same operation) and into the parameters
/// of methods, constructors and indexers.
/// </summary>
internal static class ValuePlaces
{
    public static OperationKind[] Operations { get; } = [OperationKind.SimpleAssignment, OperationKind.Argument];

    /// <summary>The symbol that a value goes to, its type, and the value's syntax.</summary>
    public static (ISymbol Target, ITypeSymbol Type, SyntaxNode Value)? Of(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => (target.Property.OriginalDefinition, target.Property.Type, assignment.Value.Syntax),
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument => (parameter.OriginalDefinition, parameter.Type, argument.Value.Syntax),
        _ => null,
    };
}
