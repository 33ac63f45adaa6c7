using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Where a value goes, or the task of one: from an operation to the next that has it, be it wrapped or among others.</summary>
internal static class TaskFlow
{
    /// <summary>
    /// The operation that has the value of another, or <see langword="null"/> if it is used, dropped, or put into a variable there.
    /// </summary>
    public static IOperation? Next(IOperation value) =>
        value.Parent switch
        {
            IParenthesizedOperation
            or IConversionOperation
            or IArrayInitializerOperation
            or IArrayCreationOperation
            or ISwitchExpressionOperation => value.Parent,
            IConditionalAccessOperation access when access.WhenNotNull == value => access,
            IConditionalOperation conditional when conditional.Condition != value && conditional.Syntax is ConditionalExpressionSyntax =>
                conditional,
            ICoalesceOperation or ISwitchExpressionArmOperation => value.Parent,
            IInvocationOperation call when call.Instance == value && (IsSameTask(call.TargetMethod) || IsCopy(call.TargetMethod)) => call,
            IArgumentOperation { Parent: IInvocationOperation call } when Gathers(call.TargetMethod) => call,
            IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "ValueTask" } creation } => creation,
            IArgumentOperation
            {
                Parent: IInvocationOperation
                {
                    Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver },
                    Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation list }
                }
            } => list,
            IReturnOperation result => FunctionOf(result) is IAnonymousFunctionOperation function ? CallOf(function) : null,
            { Syntax: CollectionExpressionSyntax or ExpressionElementSyntax } => value.Parent,
            _ => null,
        };

    /// <summary>The last operation that has the value of another.</summary>
    public static IOperation Last(IOperation value)
    {
        while (Next(value) is { } next)
        {
            value = next;
        }

        return value;
    }

    /// <summary>The lambda or the local function that contains an operation.</summary>
    public static IOperation? FunctionOf(IOperation operation)
    {
        IOperation? parent = operation.Parent;
        while (parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            parent = parent.Parent;
        }

        return parent;
    }

    /// <summary>The call that runs a lambda and gives what that returns: <c>Task.Run</c>, <c>Select</c>.</summary>
    public static IInvocationOperation? CallOf(IAnonymousFunctionOperation function) =>
        function.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
        && Runs(call.TargetMethod)
            ? call
            : null;

    /// <summary>The method that a lambda is passed to.</summary>
    public static IMethodSymbol? Taker(IAnonymousFunctionOperation lambda) =>
        lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
            ? call.TargetMethod
            : null;

    /// <summary>Whether a method runs a function and gives what that returns.</summary>
    public static bool Runs(IMethodSymbol method) =>
        IsOf(method, "Task", "Run") || IsOf(method, "TaskFactory", "StartNew") || IsOf(method, "Enumerable", "Select");

    /// <summary>The outermost operation around another.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>The uses of a local, without the assignments to it.</summary>
    public static IEnumerable<IOperation> Reads(ILocalSymbol local, IOperation near) =>
        Uses(local, near).Where(static use => !(use.Parent is ISimpleAssignmentOperation assignment && assignment.Target == use));

    /// <summary>All uses of a local.</summary>
    public static IEnumerable<IOperation> Uses(ILocalSymbol local, IOperation near) =>
        Root(near)
            .Descendants()
            .Where(operation =>
                operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)
            );

    /// <summary>Whether a local is declared with <c>using</c>.</summary>
    public static bool IsDisposed(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().Parent?.Parent
            is UsingStatementSyntax
                or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 };

    /// <summary>What a local is declared with.</summary>
    public static IOperation? InitialValue(ILocalSymbol local, IOperation near)
    {
        IOperation? value = Root(near)
            .Descendants()
            .OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            ?.Initializer?.Value;
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>The local that a value is put into, as its only value or as one of several.</summary>
    public static ILocalSymbol? LocalOf(IOperation value) =>
        value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { IsRef: false } local } } => local,
            ISimpleAssignmentOperation
            {
                Target: ILocalReferenceOperation { Local: { IsRef: false } local },
                Parent: IExpressionStatementOperation
            } => local,
            _ => null,
        };

    /// <summary>The local list that a value is added to: <c>tasks.Add(value)</c>, <c>tasks[0] = value</c>.</summary>
    public static ILocalSymbol? ListOf(IOperation value) =>
        value.Parent switch
        {
            IArgumentOperation
            {
                Parent: IInvocationOperation { TargetMethod.Name: "Add" or "Enqueue" or "Push", Instance: ILocalReferenceOperation list }
            } => IsMadeHere(list) ? list.Local : null,
            ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation array } } =>
                IsMadeHere(array) ? array.Local : null,
            _ => null,
        };

    /// <summary>Whether a local only gets another item.</summary>
    public static bool IsFilled(IOperation read) =>
        read.Parent switch
        {
            IInvocationOperation { TargetMethod.Name: "Add" or "Enqueue" or "Push" } call => call.Instance == read,
            IArrayElementReferenceOperation { Parent: ISimpleAssignmentOperation assignment } element => assignment.Target == element
                && element.ArrayReference == read,
            _ => false,
        };

    /// <summary>What a local is given: as a whole, and item by item.</summary>
    public static IEnumerable<IOperation> Values(ILocalSymbol local, IOperation near)
    {
        foreach (IOperation operation in Root(near).Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer.Value: var value } declarator
                    when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    yield return value;
                    break;
                case ILocalReferenceOperation { Parent: ISimpleAssignmentOperation assignment } reference
                    when assignment.Target == reference && SymbolEqualityComparer.Default.Equals(reference.Local, local):
                    yield return assignment.Value;
                    break;
                case ILocalReferenceOperation { Parent: IInvocationOperation add } reference
                    when IsFilled(reference) && SymbolEqualityComparer.Default.Equals(reference.Local, local):
                    yield return add;
                    break;
                case ILocalReferenceOperation { Parent.Parent: ISimpleAssignmentOperation item } reference
                    when IsFilled(reference) && SymbolEqualityComparer.Default.Equals(reference.Local, local):
                    yield return item.Value;
                    break;
            }
        }
    }

    /// <summary>Whether a value is a task that is converted to one without a value.</summary>
    public static bool IsWithoutValue(IOperation task)
    {
        ITypeSymbol? type = task.Type;
        while (task is IConversionOperation or IParenthesizedOperation)
        {
            task = task is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)task).Operand;
        }

        return type is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 }
            && (
                task is IObjectCreationOperation
                || task.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 1 }
                || (task is IInvocationOperation { TargetMethod: var method } && IsOf(method, "Task", "WhenAll"))
            );
    }

    /// <summary>Whether a list is made where it is used: nothing else has it.</summary>
    private static bool IsMadeHere(ILocalReferenceOperation list) =>
        InitialValue(list.Local, list) is IObjectCreationOperation or IArrayCreationOperation or { Syntax: CollectionExpressionSyntax };

    public static bool IsOf(IMethodSymbol method, string type, string name) => method.Name == name && method.ContainingType.Name == type;

    private static bool IsSameTask(IMethodSymbol method) =>
        method is { Name: "ConfigureAwait" or "AsTask" or "WaitAsync" or "Preserve", ContainingType.Name: "Task" or "ValueTask" };

    private static bool IsCopy(IMethodSymbol method) => method is { Name: "ToArray", ContainingType.Name: "List" };

    private static bool Gathers(IMethodSymbol method) =>
        method switch
        {
            { Name: "WhenAll" or "WhenAny", ContainingType.Name: "Task" } => true,
            { Name: "ToArray" or "ToList", ContainingType.Name: "Enumerable" } => true,
            { Name: "Unwrap", ContainingType.Name: "TaskExtensions" } => true,
            { Name: "ConfigureAwait" or "WithCancellation", ContainingType.Name: "TaskAsyncEnumerableExtensions" } => true,
            _ => false,
        };
}
