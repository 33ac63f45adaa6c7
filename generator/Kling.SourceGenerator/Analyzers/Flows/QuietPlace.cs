using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Where a call is made for another reason than its result: to see it throw, in a test, on a mock. What is dropped there is not reported,
/// and neither is what a lambda drops that goes to a method which is not known.
/// </summary>
internal static class QuietPlace
{
    // Functions can call each other.
    private const int MostSteps = 8;

    private static readonly string[] TestWords =
    [
        "Throw",
        "Exception",
        "Assert",
        "Should",
        "Expect",
        "Invoking",
        "Awaiting",
        "Receive",
        "Verify",
        "Setup",
        "Raises",
        "Fails",
        "Catch",
    ];

    private static readonly string[] FrameworkNamespaces = ["System", "Microsoft.Extensions", "Microsoft.AspNetCore"];

    private static readonly string[] TestTypes = ["Test", "Tests", "Fixture", "Spec", "Specs", "Benchmark", "Benchmarks"];

    private static readonly HashSet<string> TestAttributes = new(
        [
            "FactAttribute",
            "TheoryAttribute",
            "TestAttribute",
            "TestCaseAttribute",
            "TestCaseSourceAttribute",
            "TestMethodAttribute",
            "DataTestMethodAttribute",
            "BenchmarkAttribute",
        ],
        StringComparer.Ordinal
    );

    /// <summary>Whether a call is in such a place.</summary>
    public static bool Has(IOperation call) => Has(call, MostSteps);

    private static bool Has(IOperation call, int steps)
    {
        if (
            steps == 0
            || call is IInvocationOperation { Instance: IInvocationOperation { TargetMethod: var receiver } } && IsOfTest(receiver)
        )
        {
            return true;
        }

        IOperation child = call;
        for (IOperation? parent = call.Parent; parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case ITryOperation attempt when attempt.Body == child && CatchIsThePoint(attempt, call):
                case IAnonymousFunctionOperation lambda when IsQuiet(lambda, steps):
                case ILocalFunctionOperation function when Callers.Of(function) is not { } calls || calls.Any(use => Has(use, steps - 1)):
                    return true;
            }
        }

        return IsInTest(call);
    }

    private static bool IsQuiet(IAnonymousFunctionOperation lambda, int steps)
    {
        bool isExpression = lambda.Syntax is LambdaExpressionSyntax { ExpressionBody: not null };
        if (lambda.Parent is not IDelegateCreationOperation creation)
        {
            return true;
        }

        // The array of a 'params' parameter.
        IOperation? taker = creation.Parent;
        while (taker is IArrayInitializerOperation or IArrayCreationOperation { IsImplicit: true })
        {
            taker = taker.Parent;
        }

        return taker switch
        {
            IEventAssignmentOperation => false,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => IsOfTest(method)
                || (isExpression && !IsOfFramework(method)),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } => isExpression
                && !IsOfFramework(constructor),
            _ when TaskFlow.LocalOf(creation) is not null => Callers.Of(lambda) is not { Length: > 0 } calls
                || calls.Any(use => Has(use, steps - 1)),
            _ => isExpression,
        };
    }

    /// <summary>Whether a method is one of the framework: those run what they are given, and expect no error.</summary>
    private static bool IsOfFramework(IMethodSymbol method)
    {
        string name = method.ContainingNamespace.ToDisplayString();
        return FrameworkNamespaces.Any(space =>
            name.StartsWith(space, StringComparison.Ordinal) && (name.Length == space.Length || name[space.Length] == '.')
        );
    }

    private static bool IsOfTest(IMethodSymbol method) =>
        method.Name == "When"
        || method.ContainingType.Name == "Record"
        || TestWords.Any(word => method.Name.Contains(word) || method.ContainingType.Name.Contains(word));

    /// <summary>
    /// Whether a call is in a <c>try</c> to see what it throws: the caught error is kept, or it is an error that there was none, or the
    /// call is all that is tried, once, and the errors that are caught are of a kind. Where something follows the call, or a loop goes on
    /// with the next one, the error is only handled.
    /// </summary>
    private static bool CatchIsThePoint(ITryOperation attempt, IOperation call)
    {
        IOperation? statement = attempt.Body.Operations.FirstOrDefault(operation => operation.Syntax.Span.Contains(call.Syntax.Span));
        if (
            statement is null or ITryOperation or ILoopOperation or IBlockOperation or IConditionalOperation or ILocalFunctionOperation
            || attempt.Catches.IsEmpty
        )
        {
            return false;
        }

        return attempt.Catches.Any(Keeps)
            || attempt.Body.Operations.Any(SaysThatNothingWasThrown)
            || (
                attempt.Catches.Any(static clause => clause.Filter is not null || !IsGeneral(clause.ExceptionType))
                && attempt.Body.Operations.LastOrDefault() == statement
                && !IsInLoop(attempt)
            );
    }

    private static bool IsInLoop(IOperation operation)
    {
        IOperation? parent = operation.Parent;
        while (parent is not (null or ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            parent = parent.Parent;
        }

        return parent is ILoopOperation;
    }

    private static bool IsGeneral(ITypeSymbol? exception) =>
        exception is null or { Name: "Exception" or "Object", ContainingNamespace.Name: "System" };

    private static bool SaysThatNothingWasThrown(IOperation statement) =>
        statement
            is IThrowOperation
                or IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true, Value: null or false } }
                or IExpressionStatementOperation
                {
                    Operation: IThrowOperation or IInvocationOperation { TargetMethod.Name: "Fail" or "True" or "False" }
                };

    /// <summary>Whether what was caught is kept or looked at by a test.</summary>
    private static bool Keeps(ICatchClauseOperation clause) =>
        clause.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation { Symbol: var caught }
        && clause
            .Handler.Descendants()
            .Any(use =>
                use is ILocalReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Local, caught)
                && (
                    reference.Parent is ISimpleAssignmentOperation or IConversionOperation { Parent: ISimpleAssignmentOperation }
                    || reference.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } }
                        && IsOfTest(method)
                )
            );

    /// <summary>Whether the type of a call, or a type around it, has tests: what is sent there goes to a stand-in.</summary>
    public static bool IsInTest(IOperation call)
    {
        INamedTypeSymbol? type = call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart)?.ContainingType;
        return type is not null && IsTest(type);
    }

    /// <summary>Whether a type, or one that contains it, has tests.</summary>
    public static bool IsTest(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (TestTypes.Any(word => outer.Name.EndsWith(word, StringComparison.Ordinal)) || outer.GetMembers().Any(IsTest))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTest(ISymbol member) =>
        member is IMethodSymbol
        && member.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: var name } && TestAttributes.Contains(name));
}
