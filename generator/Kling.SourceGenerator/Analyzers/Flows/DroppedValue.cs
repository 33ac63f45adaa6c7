using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Whether nothing can use a value, or the value of a task: the statement ends without it, or it goes to a local that nothing reads.
/// </summary>
internal sealed class DroppedValue
{
    // Locals and functions can pass a value on from one to the next.
    private const int MostSteps = 64;

    private int _steps = MostSteps;

    private DroppedValue() { }

    /// <summary>Whether something waits for the task.</summary>
    public bool IsAwaited { get; private set; }

    /// <summary>Whether the code says itself that the value does not count: <c>_ = …</c>.</summary>
    public bool IsDiscarded { get; private set; }

    /// <summary>Whether it went to a local first.</summary>
    public bool IsInLocal { get; private set; }

    /// <summary>How a value is dropped, or <see langword="null"/> if it may be used.</summary>
    public static DroppedValue? Of(IOperation value) => new DroppedValue() is var drop && drop.Drops(value) ? drop : null;

    private bool Drops(IOperation value)
    {
        if (--_steps < 0)
        {
            return false;
        }

        if (TaskFlow.Next(value) is { } next)
        {
            return Drops(next);
        }

        switch (value.Parent)
        {
            case IExpressionStatementOperation:
                return true;
            case IAwaitOperation wait:
                IsAwaited = true;
                return Drops(wait);
            case ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation }:
                IsDiscarded = true;
                return true;
            case IInvocationOperation call when call.Instance == value && TaskFlow.IsOf(call.TargetMethod, "Task", "ContinueWith"):
                return IsIgnoredBy(call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value);
            case IReturnOperation result:
                return IsDroppedByCallers(TaskFlow.FunctionOf(result));
        }

        return TaskFlow.LocalOf(value) is { } local && IsInLocalThatDrops(local, value);
    }

    private bool IsInLocalThatDrops(ILocalSymbol local, IOperation value)
    {
        IsInLocal = true;
        return TaskFlow.Reads(local, value).All(Drops);
    }

    /// <summary>Whether a continuation does not look at the task that it continues.</summary>
    private static bool IsIgnoredBy(IOperation? continuation) =>
        continuation
            is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: { Length: > 0 } parameters } function }
        && !function
            .Body.Descendants()
            .Any(use =>
                use is IParameterReferenceOperation { Parameter: var used } && SymbolEqualityComparer.Default.Equals(used, parameters[0])
            );

    /// <summary>Whether all that call a lambda or a local function drop what it returns.</summary>
    private bool IsDroppedByCallers(IOperation? function)
    {
        IOperation[]? calls = Callers.Of(function);
        return calls is { Length: > 0 } && calls.All(Drops);
    }
}
