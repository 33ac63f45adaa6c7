using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Which argument of a call goes to which parameter: by name, else by position.</summary>
internal static class CallArguments
{
    /// <summary>The argument of a parameter, or <see langword="null"/> if the call does not pass it.</summary>
    public static ExpressionSyntax? Of(BaseArgumentListSyntax? list, IParameterSymbol parameter)
    {
        if (list is null)
        {
            return null;
        }

        SeparatedSyntaxList<ArgumentSyntax> arguments = list.Arguments;
        return arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)?.Expression
            ?? (
                parameter.Ordinal < arguments.Count && arguments[parameter.Ordinal].NameColon is null
                    ? arguments[parameter.Ordinal].Expression
                    : null
            );
    }

    /// <summary>The parameter of an argument.</summary>
    public static IParameterSymbol? Parameter(ArgumentSyntax argument, IMethodSymbol method)
    {
        if (argument.NameColon is { Name.Identifier.ValueText: var name })
        {
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        }

        int index = argument.Parent is BaseArgumentListSyntax list ? list.Arguments.IndexOf(argument) : -1;
        return index < 0 || method.Parameters.IsEmpty ? null
            : index < method.Parameters.Length ? method.Parameters[index]
            : method.Parameters[method.Parameters.Length - 1] is { IsParams: true } rest ? rest
            : null;
    }
}
