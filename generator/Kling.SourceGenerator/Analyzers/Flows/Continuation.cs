using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>What a continuation does with the task that it continues.</summary>
internal static class Continuation
{
    /// <summary>How a task is used.</summary>
    public enum Use
    {
        /// <summary>Not at all.</summary>
        None,

        /// <summary>How it ended is read, but not its value.</summary>
        Status,

        /// <summary>Its value may be read.</summary>
        Value,
    }

    /// <summary>What the lambda of a <c>ContinueWith</c> uses.</summary>
    public static Use Of(IInvocationOperation call)
    {
        if (
            call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value
            is not IDelegateCreationOperation
            {
                Target: IAnonymousFunctionOperation { Symbol.Parameters: { Length: > 0 } parameters } function
            }
        )
        {
            return Use.Value;
        }

        IOperation[] uses =
        [
            .. function
                .Body.Descendants()
                .Where(use =>
                    use is IParameterReferenceOperation reference
                    && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameters[0])
                ),
        ];
        return uses.Length == 0 ? Use.None
            : uses.All(IsStatus) ? Use.Status
            : Use.Value;
    }

    private static bool IsStatus(IOperation use) =>
        use.Parent
            is IPropertyReferenceOperation
            {
                Property.Name: "Status"
                    or "Exception"
                    or "Id"
                    or "IsCompleted"
                    or "IsCompletedSuccessfully"
                    or "IsFaulted"
                    or "IsCanceled"
            };
}
