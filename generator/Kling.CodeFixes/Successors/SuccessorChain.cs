using Kling.Completion;
using Kling.SourceGenerator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>
/// A chain of builder calls, moved to the successor. Where the required parameters differ, values move between the first call and the steps.
/// </summary>
internal sealed class SuccessorChain
{
    private readonly SuccessorNames _names;
    private readonly IMethodSymbol? _factory;
    private readonly List<(string Name, string Code)> _lost = [];

    /// <summary>The arguments of the successor's first call, by parameter.</summary>
    private readonly Dictionary<string, ExpressionSyntax> _required = new(StringComparer.Ordinal);

    private SuccessorChain(SuccessorNames names)
    {
        _names = names;
        _factory = names.Successor.GetMembers("CreateBuilder").OfType<IMethodSymbol>().FirstOrDefault();
    }

    /// <summary>The chain that builds the successor's request.</summary>
    public static SuccessorRequest? Of(InvocationExpressionSyntax chain, SuccessorNames names) => new SuccessorChain(names).Move(chain);

    private SuccessorRequest? Move(InvocationExpressionSyntax chain)
    {
        var calls = new Stack<InvocationExpressionSyntax>();
        for (InvocationExpressionSyntax? call = chain; call is not null; call = Receiver(call))
        {
            calls.Push(call);
        }

        InvocationExpressionSyntax first = calls.Pop();
        if (_factory is null || Symbol(first) is not { Name: "CreateBuilder" } old)
        {
            return null;
        }

        // What the first call gets is known after all steps.
        List<(string Name, ExpressionSyntax Value)> extra = [.. First(first, old)];
        List<Func<ExpressionSyntax, ExpressionSyntax>> steps = [];
        foreach (InvocationExpressionSyntax call in calls)
        {
            if (Symbol(call) is not { } method)
            {
                return null;
            }

            if (Generated.Parameter(method) is not { } parameter)
            {
                steps.Add(receiver => Step(call, receiver, Name(call), call.ArgumentList));
            }
            else if (Step(call, method, parameter) is { } step)
            {
                steps.Add(step);
            }
        }

        ExpressionSyntax moved = Start(first, extra);
        foreach (Func<ExpressionSyntax, ExpressionSyntax> step in steps)
        {
            moved = step(moved);
        }

        string[] missing =
        [
            .. _factory.Parameters.Where(parameter => !_required.ContainsKey(parameter.Name)).Select(static parameter => parameter.Name),
        ];
        return new SuccessorRequest(moved, _lost, missing);
    }

    /// <summary>The arguments of the first call: those that the successor requires too, and those that become a step.</summary>
    private IEnumerable<(string Name, ExpressionSyntax Value)> First(InvocationExpressionSyntax first, IMethodSymbol old)
    {
        foreach ((IParameterSymbol parameter, ExpressionSyntax value) in Arguments(first, old))
        {
            if (
                Generated.Parameter(parameter) is not { } name
                || _names.Property(name) is not { } property
                || _names.Value(name, value, property.Type) is not { } moved
            )
            {
                _lost.Add((Generated.Parameter(parameter) ?? parameter.Name, $"{parameter.Name}: {value.WithoutTrivia()}"));
            }
            else if (Required(property) is { } required)
            {
                _required[required.Name] = moved.WithoutTrivia();
            }
            else if (With(property) is { } with)
            {
                yield return (with.Name, moved.WithoutTrivia());
            }
        }
    }

    private Func<ExpressionSyntax, ExpressionSyntax>? Step(InvocationExpressionSyntax call, IMethodSymbol method, string parameter)
    {
        if (_names.Property(parameter) is not { } property)
        {
            Lose();
            return null;
        }

        if (method.Name.StartsWith("With", StringComparison.Ordinal) && Required(property) is { } required && method.Parameters.Length == 1)
        {
            if (_names.Value(parameter, call.ArgumentList.Arguments[0].Expression, property.Type) is { } value)
            {
                _required[required.Name] = value.WithoutTrivia();
            }
            else
            {
                Lose();
            }

            return null;
        }

        if (Counterpart(method, property) is not { } other || Arguments(call, method, other, parameter) is not { } arguments)
        {
            Lose();
            return null;
        }

        return receiver => Step(call, receiver, other.Name, arguments);

        void Lose() => _lost.Add((parameter, $"{Name(call)}{call.ArgumentList.WithoutTrivia()}"));
    }

    /// <summary>The builder's method that does the same for the successor's parameter.</summary>
    private IMethodSymbol? Counterpart(IMethodSymbol method, IPropertySymbol property) =>
        Methods(property)
            .FirstOrDefault(other =>
                Verb(other) == Verb(method)
                && other.Parameters.Any(static parameter => Generated.Parameter(parameter) is not null)
                    == method.Parameters.Any(static parameter => Generated.Parameter(parameter) is not null)
                && other.Parameters.Length > 0 == method.Parameters.Length > 0
            );

    private static string Verb(IMethodSymbol method) =>
        method.Name.StartsWith("Without", StringComparison.Ordinal) ? "Without"
        : method.Name.StartsWith("With", StringComparison.Ordinal) ? "With"
        : "Add";

    private ArgumentListSyntax? Arguments(InvocationExpressionSyntax call, IMethodSymbol method, IMethodSymbol other, string parameter)
    {
        List<ArgumentSyntax> moved = [];
        foreach ((IParameterSymbol given, ExpressionSyntax value) in Arguments(call, method))
        {
            string? name = Generated.Parameter(given);
            IParameterSymbol? target = name is null
                ? other.Parameters[0]
                : other.Parameters.FirstOrDefault(candidate => Generated.Parameter(candidate) == name);
            if (target is null || _names.Value(name is null ? parameter : "", value, target.Type) is not { } converted)
            {
                return null;
            }

            ArgumentSyntax argument = SyntaxFactory.Argument(converted.WithoutTrivia());
            moved.Add(
                name is null
                    ? argument
                    : argument.WithNameColon(
                        SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(target.Name), Spaced(SyntaxKind.ColonToken))
                    )
            );
        }

        return call.ArgumentList.WithArguments(Separated(moved));
    }

    private ExpressionSyntax Start(InvocationExpressionSyntax first, List<(string Name, ExpressionSyntax Value)> extra)
    {
        bool isNamed = first.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null)
            || _factory!.Parameters.Any(parameter => !_required.ContainsKey(parameter.Name));
        string arguments = string.Join(
            ", ",
            _factory!
                .Parameters.Where(parameter => _required.ContainsKey(parameter.Name))
                .Select(parameter => isNamed ? $"{parameter.Name}: {_required[parameter.Name]}" : _required[parameter.Name].ToString())
        );
        string steps = string.Concat(extra.Select(static step => $".{step.Name}({step.Value})"));
        return SyntaxFactory
            .ParseExpression($"{_names.TypeName(_names.Successor)}.CreateBuilder({arguments}){steps}")
            .WithTrailingTrivia(first.GetTrailingTrivia());
    }

    private static InvocationExpressionSyntax Step(
        InvocationExpressionSyntax call,
        ExpressionSyntax receiver,
        string name,
        ArgumentListSyntax arguments
    )
    {
        var access = (MemberAccessExpressionSyntax)call.Expression;
        return call.WithExpression(
                access.WithExpression(receiver).WithName(SyntaxFactory.IdentifierName(name).WithTriviaFrom(access.Name))
            )
            .WithArgumentList(arguments);
    }

    private IParameterSymbol? Required(IPropertySymbol property) =>
        _factory!.Parameters.FirstOrDefault(parameter => Generated.Parameter(parameter) == Generated.WireName(property));

    private IMethodSymbol? With(IPropertySymbol property) =>
        Methods(property).FirstOrDefault(static method => Verb(method) == "With" && method.Parameters.Length == 1);

    private IEnumerable<IMethodSymbol> Methods(IPropertySymbol property) =>
        _factory!
            .ReturnType.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(method => Generated.Parameter(method) == Generated.WireName(property));

    /// <summary>The arguments of a call with their parameters.</summary>
    private static IEnumerable<(IParameterSymbol Parameter, ExpressionSyntax Value)> Arguments(
        InvocationExpressionSyntax call,
        IMethodSymbol method
    )
    {
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (CallArguments.Parameter(argument, method) is { } parameter)
            {
                yield return (parameter, argument.Expression);
            }
        }
    }

    private static SeparatedSyntaxList<ArgumentSyntax> Separated(List<ArgumentSyntax> arguments) =>
        SyntaxFactory.SeparatedList(
            arguments,
            Enumerable.Repeat(Spaced(SyntaxKind.CommaToken), Math.Max(0, arguments.Count - 1))
        );

    private static SyntaxToken Spaced(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    private IMethodSymbol? Symbol(InvocationExpressionSyntax call) =>
        _names.Model.GetSymbolInfo(call, _names.Cancellation).Symbol as IMethodSymbol;

    private static InvocationExpressionSyntax? Receiver(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax receiver } ? receiver : null;

    private static string Name(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : call.Expression.ToString();
}
