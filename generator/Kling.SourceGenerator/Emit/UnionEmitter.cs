using System.Globalization;
using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>A value that is one of several types.</summary>
internal static class UnionEmitter
{
    public static void Emit(CSharpWriter writer, UnionModel union, RequestModel model)
    {
        string type = union.TypeName;
        Documentation.Summary(writer, union.Description, "One of several types.");
        writer.Line($"[{TypeNames.GeneratedCode}({GeneratorVersion.Arguments})]");
        writer.Line($"[{TypeNames.JsonConverterAttribute}(typeof({TypeNames.JsonConverter}<{type}>))]");
        using (
            writer.Braces(
                $"{RequestFileEmitter.Access(model)} sealed partial class {type} : {TypeNames.Union}<{type}>, {TypeNames.ICases}<{type}>"
            )
        )
        {
            writer.Line($"private {type}(int number, object value)").Line("    : base(number, value)").Line("{").Line("}").Gap();
            for (int i = 0; i < union.Cases.Count; i++)
            {
                EmitCase(writer, union, union.Cases[i], i);
                writer.Gap();
            }

            EmitMatch(writer, union);
            EmitCases(writer.Gap(), union);
        }
    }

    private static void EmitCase(CSharpWriter writer, UnionModel union, UnionCaseModel option, int index)
    {
        string type = CSharpType.Of(option.Value);
        string number = Number(index);
        writer.Line($"/// <summary>The value as a <see cref=\"{union.TypeName}\"/>.</summary>");
        if (CSharpType.IsStruct(option.Value))
        {
            writer.Line("/// <param name=\"value\">The value.</param>");
            writer
                .Line(
                    $"public static implicit operator {union.TypeName}({AttributesEmitter.Inline(option.Value)}{type} value) => new({number}, value);"
                )
                .Gap();
        }
        else
        {
            writer.Line("/// <param name=\"value\">The value, or null.</param>");
            writer.Line($"[return: {TypeNames.NotNullIfNotNull}(nameof(value))]");
            writer
                .Line(
                    $"public static implicit operator {union.TypeName}?({AttributesEmitter.Inline(option.Value)}{type}? value) => value is null ? null : new({number}, value);"
                )
                .Gap();
        }

        writer
            .Line($"/// <summary>The value, if it is {Documentation.Code(option.Name)}.</summary>")
            .Line("/// <param name=\"value\">The value.</param>");
        string nullable = CSharpType.IsStruct(option.Value) ? "" : "?";
        string attribute = nullable.Length == 0 ? "" : $"[{TypeNames.NotNullWhen}(true)] ";
        writer.Line($"public bool TryGet{option.Name}({attribute}out {type}{nullable} value) => TryGet({number}, out value);");
    }

    private static void EmitMatch(CSharpWriter writer, UnionModel union)
    {
        writer
            .Line("/// <summary>Calls the function for the type of the value.</summary>")
            .Line("/// <typeparam name=\"TResult\">What the functions return.</typeparam>");
        foreach (UnionCaseModel option in union.Cases)
        {
            Documentation.Parameter(writer, Parameter(option), $"Called for {Documentation.Code(option.Name)}.");
        }

        string parameters = string.Join(
            ", ",
            union.Cases.Select(static option => $"{TypeNames.Func}<{CSharpType.Of(option.Value)}, TResult> {Parameter(option)}")
        );
        using (writer.Braces($"public TResult Match<TResult>({parameters})"))
        {
            foreach (UnionCaseModel option in union.Cases)
            {
                writer.Line($"{TypeNames.ArgumentNullException}.ThrowIfNull({Parameter(option)});");
            }

            using (writer.Braces("return Number switch", "};"))
            {
                for (int i = 0; i < union.Cases.Count; i++)
                {
                    string pattern = i == union.Cases.Count - 1 ? "_" : Number(i);
                    writer.Line($"{pattern} => {Parameter(union.Cases[i])}(({CSharpType.Of(union.Cases[i].Value)})Value),");
                }
            }
        }
    }

    private static void EmitCases(CSharpWriter writer, UnionModel union)
    {
        string type = union.TypeName;
        using (writer.Braces($"static void {TypeNames.ICases}<{type}>.Describe({TypeNames.Cases}<{type}> cases, {TypeNames.Types} types)"))
        {
            for (int i = 0; i < union.Cases.Count; i++)
            {
                UnionCaseModel option = union.Cases[i];
                writer.Line(
                    $"cases.Add({TypeExpression.InTable.Unchecked(option.Value)}, {option.Check}, static value => new({Number(i)}, value));"
                );
            }
        }
    }

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static string Parameter(UnionCaseModel option) => "when" + option.Name;
}
