using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Calls of the framework whose result is known if their arguments are.</summary>
internal sealed class KnownCalls(Evaluator evaluator, PlacedValue whole, CancellationToken cancellation)
{
    private static readonly Regex Holes = new("\\{[0-9]+[^{}]*\\}", RegexOptions.CultureInvariant);

    // Longer texts are not put together for a message.
    private const int MostCharacters = 1_000_000;

    /// <summary>What a method returns.</summary>
    public KnownValue Of(InvocationExpressionSyntax call, IMethodSymbol method) =>
        (method.ContainingType, method.Name, method.IsStatic) switch
        {
            ({ Name: "Math", ContainingNamespace.Name: "System" }, "Max" or "Min" or "Clamp" or "Abs", true) => Number(call, method),
            ({ Name: "Math", ContainingNamespace.Name: "System" }, _, true) => Rounded(call, method),
            ({ SpecialType: SpecialType.System_String }, "Concat", true) => Texts(call.ArgumentList, method, first: 0) is { } texts
                ? KnownValue.Concatenation(texts)
                : KnownValue.Unknown,
            ({ SpecialType: SpecialType.System_String }, "Join", true) => Join(call, method),
            ({ SpecialType: SpecialType.System_String }, "Format", true) => Format(call, method),
            ({ SpecialType: SpecialType.System_String }, _, false) => Text(call, method),
            ({ Name: nameof(TimeSpan), ContainingNamespace.Name: "System" }, _, _) => Evaluator.Known(Duration(call, method)),
            ({ Name: nameof(UriBuilder) }, "ToString", false) when call.Expression is MemberAccessExpressionSyntax builder => new UriBuilders(
                evaluator,
                cancellation
            ).Url(whole.Part(builder.Expression, target: null)),
            (_, "ToString" or "ToShortDateString" or "ToLongDateString", false) when Formatted(call, method) is { } samples => samples,
            _ when LocalPaths.IsPath(method) => KnownValue.LocalPath,
            _ when LocalPaths.Combines(method) && call.ArgumentList.Arguments.Count > 0 => Path(call.ArgumentList.Arguments[0].Expression),
            (_, "ToString", false) when method.Parameters.IsEmpty && call.Expression is MemberAccessExpressionSyntax access =>
                KnownValue.Of(evaluator.TextOf(whole, access.Expression).Parts),
            _ => KnownValue.Unknown,
        };

    /// <summary>What a constructor makes: a text, a URI as its text, or a duration.</summary>
    public KnownValue Of(BaseObjectCreationExpressionSyntax creation, IMethodSymbol constructor)
    {
        ImmutableArray<IParameterSymbol> parameters = constructor.Parameters;
        return (constructor.ContainingType, parameters.Length) switch
        {
            ({ SpecialType: SpecialType.System_String }, 2) when Argument(creation.ArgumentList, parameters[0])?.Exact is char letter =>
                Argument(creation.ArgumentList, parameters[1])?.Exact is int count and >= 0 and <= MostCharacters
                    ? new ExactValue(new string(letter, count))
                    : KnownValue.Unknown,
            ({ Name: "Uri", ContainingNamespace.Name: "System" }, > 0) when parameters[0].Type.SpecialType is SpecialType.System_String =>
                Argument(creation.ArgumentList, parameters[0]) is { } text
                && (text is ExactValue { Constant: string } or TextParts or TextSamples || text == KnownValue.LocalPath)
                    ? text
                    : KnownValue.Unknown,
            ({ Name: "Uri", ContainingNamespace.Name: "System" }, 2) => Combined(
                Argument(creation.ArgumentList, parameters[0]),
                Argument(creation.ArgumentList, parameters[1])
            ),
            ({ Name: nameof(TimeSpan), ContainingNamespace.Name: "System" }, _) => Evaluator.Known(
                Durations.Made(Constants(creation.ArgumentList, constructor))
            ),
            _ => KnownValue.Unknown,
        };
    }

    /// <summary>A relative URL on a known one: the scheme and the host are those of the other.</summary>
    private static KnownValue Combined(KnownValue? root, KnownValue? relative) =>
        root?.Text is { } text
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && relative?.Parts[0] is { Length: > 0 } begin
        && !begin.StartsWith("//", StringComparison.Ordinal)
        && begin.Split('/')[0].IndexOf(':') < 0
            ? KnownValue.Of([uri.GetLeftPart(UriPartial.Authority) + "/", ""])
            : KnownValue.Unknown;

    private object? Duration(InvocationExpressionSyntax call, IMethodSymbol method) =>
        method.IsStatic ? Durations.Made(method.Name, Constants(call.ArgumentList, method))
        : Receiver(call)?.Exact is TimeSpan duration ? Durations.Changed(duration, method.Name, Constants(call.ArgumentList, method))
        : null;

    /// <summary>The values of all parameters in their order; <see langword="null"/> for what is not known.</summary>
    private object?[] Constants(ArgumentListSyntax? list, IMethodSymbol method) =>
        [
            .. method.Parameters.Select(parameter =>
                Argument(list, parameter) is { } argument ? argument.Exact
                : parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue
                : null
            ),
        ];

    private KnownValue Number(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        KnownValue[] arguments = [.. method.Parameters.Select(parameter => Argument(call.ArgumentList, parameter) ?? KnownValue.Unknown)];
        double?[] numbers = [.. arguments.Select(static argument => NumberText.From(argument.Exact))];
        (double Least, double Most) bounds = method.Name switch
        {
            "Max" => (
                numbers.Max() ?? double.NegativeInfinity,
                numbers.All(static number => number is not null) ? numbers.Max()!.Value : double.PositiveInfinity
            ),
            "Min" => (
                numbers.All(static number => number is not null) ? numbers.Min()!.Value : double.NegativeInfinity,
                numbers.Min() ?? double.PositiveInfinity
            ),
            "Clamp" when numbers[0] is { } number && numbers[1] is { } least && numbers[2] is { } most => (
                Clamp(number, least, most),
                Clamp(number, least, most)
            ),
            "Clamp" => (numbers[1] ?? double.NegativeInfinity, numbers[2] ?? double.PositiveInfinity),
            _ => numbers[0] is { } number ? (Math.Abs(number), Math.Abs(number)) : (0, double.PositiveInfinity),
        };
        return double.IsNaN(bounds.Least) || double.IsNaN(bounds.Most) ? KnownValue.Unknown
            : bounds.Least == bounds.Most ? Evaluator.Known(Arithmetic.Convert(bounds.Least, method.ReturnType.SpecialType))
            : bounds.Least < bounds.Most ? new NumberBounds(bounds.Least, bounds.Most)
            : KnownValue.Unknown;
    }

    private KnownValue Rounded(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        double?[] numbers = [.. method.Parameters.Select(parameter => NumberText.From(Argument(call.ArgumentList, parameter)?.Exact))];
        double? result = (method.Name, numbers.Length, numbers.FirstOrDefault(), numbers.ElementAtOrDefault(1)) switch
        {
            ("Round", 1, { } number, _) => Math.Round(number),
            ("Floor", 1, { } number, _) => Math.Floor(number),
            ("Ceiling", 1, { } number, _) => Math.Ceiling(number),
            ("Truncate", 1, { } number, _) => Math.Truncate(number),
            ("Sqrt", 1, { } number, _) => Math.Sqrt(number),
            ("Pow", 2, { } number, { } power) => Math.Pow(number, power),
            _ => null,
        };
        return Evaluator.Known(Arithmetic.Convert(result, method.ReturnType.SpecialType));
    }

    /// <summary>The form of an identifier or a date that is written in a known format.</summary>
    private TextSamples? Formatted(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        IParameterSymbol? format = method.Parameters.FirstOrDefault(static parameter => parameter.Name == "format");
        string? known = format is null
            ? (method.Name is "ToShortDateString" ? "d" : method.Name is "ToLongDateString" ? "D" : "")
            : Argument(call.ArgumentList, format)?.Exact as string;
        return known is not null && FormattedText.Of(method.ContainingType, known, IsInvariant(call)) is { } samples
            ? new TextSamples(samples)
            : null;
    }

    private bool IsInvariant(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Any(argument =>
            whole.Model.GetSymbolInfo(argument.Expression, cancellation).Symbol
                is IPropertySymbol { Name: "InvariantCulture" or "InvariantInfo" }
        );

    /// <summary>A path that is put together, if its first part is one of a directory of this machine.</summary>
    private KnownValue Path(ExpressionSyntax first) =>
        evaluator.Of(whole, first) is var known
        && (known == KnownValue.LocalPath || LocalPaths.Begins(known.Parts[0]) || LocalPaths.IsDirectory(first))
            ? KnownValue.LocalPath
            : KnownValue.Unknown;

    private static double Clamp(double number, double least, double most) => Math.Max(least, Math.Min(most, number));

    /// <summary>A format as a partly known text: the text between its placeholders is known.</summary>
    private KnownValue Format(InvocationExpressionSyntax call, IMethodSymbol method) =>
        method.Parameters.FirstOrDefault(static parameter => parameter.Name == "format")
            is { Type.SpecialType: SpecialType.System_String } format
        && Argument(call.ArgumentList, format)?.Text is { } text
        && Holes.Replace(text, "").IndexOfAny(['{', '}']) < 0
            ? KnownValue.Of([.. Holes.Split(text)])
            : KnownValue.Unknown;

    private KnownValue Join(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (
            Argument(call.ArgumentList, method.Parameters[0]) is not { } separator
            || Texts(call.ArgumentList, method, first: 1) is not { } texts
        )
        {
            return KnownValue.Unknown;
        }

        return KnownValue.Concatenation(texts.SelectMany((text, index) => index == 0 ? [text] : new[] { separator, text }));
    }

    /// <summary>
    /// The texts that are put together: the arguments, or the items of the list that is passed instead; <see langword="null"/> if there
    /// can be others.
    /// </summary>
    private KnownValue[]? Texts(ArgumentListSyntax list, IMethodSymbol method, int first)
    {
        ArgumentSyntax[] arguments = [.. list.Arguments.Skip(first)];
        if (arguments.Any(static argument => argument.NameColon is not null))
        {
            return null;
        }

        if (
            arguments.Length == 1
            && method.Parameters[first].Type is { SpecialType: not SpecialType.System_String } type
            && ListReader.ItemType(type) is not null
            && whole.Model.GetTypeInfo(arguments[0].Expression, cancellation).ConvertedType
                is { SpecialType: not (SpecialType.System_String or SpecialType.System_Object) }
        )
        {
            return ValueReader.Single(whole.Part(arguments[0].Expression, type), cancellation) is not { IsSettled: true } single ? null
                : Repeated(single) is { } same ? same
                : ListReader.Read(single, cancellation) is { IsComplete: true, More: 0 } texts ? [.. texts.Items.Select(evaluator.Of)]
                : null;
        }

        return [.. arguments.Select(argument => evaluator.TextOf(whole, argument.Expression))];
    }

    /// <summary>The same text so many times: <c>Enumerable.Repeat("very ", 200)</c>.</summary>
    private KnownValue[]? Repeated(PlacedValue list) =>
        list.Value is InvocationExpressionSyntax call
        && list.Model.GetSymbolInfo(call, cancellation).Symbol
            is IMethodSymbol { Name: "Repeat", ContainingType.Name: "Enumerable", Parameters: { Length: 2 } parameters }
        && Argument(call.ArgumentList, parameters[0]) is ExactValue { Constant: string text } element
        && Argument(call.ArgumentList, parameters[1])?.Exact is int count and >= 0
        && count <= MostCharacters / (text.Length + 1)
            ? [.. Enumerable.Repeat(element, count)]
            : null;

    private KnownValue Text(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        object?[] arguments = [.. method.Parameters.Select(parameter => Argument(call.ArgumentList, parameter)?.Exact)];
        return
            Receiver(call)?.Text is { } text
            && Result(text, method.Name, arguments.Length, arguments.FirstOrDefault(), arguments.ElementAtOrDefault(1)) is { } result
            ? new ExactValue(result)
            : KnownValue.Unknown;
    }

    private static string? Result(string text, string method, int arguments, object? first, object? second) =>
        (method, arguments, first, second) switch
        {
            ("ToString", 0, _, _) => text,
            ("Trim", 0, _, _) => text.Trim(),
            ("TrimStart", 0, _, _) => text.TrimStart(),
            ("TrimEnd", 0, _, _) => text.TrimEnd(),
            ("ToUpperInvariant", 0, _, _) => text.ToUpperInvariant(),
            ("ToLowerInvariant", 0, _, _) => text.ToLowerInvariant(),
            ("Replace", 2, string { Length: > 0 } old, string fresh) => text.Replace(old, fresh),
            ("PadLeft", 1, int and >= 0 and <= MostCharacters and var width, _) => text.PadLeft(width),
            ("PadRight", 1, int and >= 0 and <= MostCharacters and var width, _) => text.PadRight(width),
            ("PadLeft", 2, int and >= 0 and <= MostCharacters and var width, char letter) => text.PadLeft(width, letter),
            ("PadRight", 2, int and >= 0 and <= MostCharacters and var width, char letter) => text.PadRight(width, letter),
            ("Substring", 1, int and >= 0 and var start, _) when start <= text.Length => text.Substring(start),
            ("Substring", 2, int and >= 0 and var start, int and >= 0 and var length) when start <= text.Length - length => text.Substring(
                start,
                length
            ),
            _ => null,
        };

    private KnownValue? Receiver(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax access ? evaluator.Of(whole, access.Expression) : null;

    private KnownValue? Argument(ArgumentListSyntax? list, IParameterSymbol parameter) =>
        CallArguments.Of(list, parameter) is { } argument ? evaluator.Of(whole, argument) : null;
}
