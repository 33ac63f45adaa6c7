using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>One rule with a value that breaks it and one that does not.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Property">The parameter whose constraint it is; with <c>Items</c> behind it, the list of such values.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Attribute">The constraint, for the tests' own types; empty for a rule that none of them can carry.</param>
/// <param name="Bad">A value that breaks the rule. Where only a part of it is wrong, that is marked.</param>
/// <param name="Good">A value that does not.</param>
public sealed record ConstraintCase(string Id, string Property, string Type, string Attribute, string Bad, string Good)
{
    /// <summary>Where the rule looks.</summary>
    public IReadOnlyList<ValuePlace> Places { get; init; } = ConstraintMatrix.Places;

    public override string ToString() => Id;
}

/// <summary>A place that a value goes to: <c>VALUE</c> stands for the value. Marks in the code say what is reported, if not the value.</summary>
public sealed record ValuePlace(string Name, string Code)
{
    public bool IsItem { get; init; }

    /// <summary>The code that is right, where the value alone does not make it so.</summary>
    public string Right { get; init; } = Code;

    /// <summary>Whether the place is reported for any value, known or not.</summary>
    public bool TakesAny { get; init; }

    public override string ToString() => Name;
}

/// <summary>
/// A way to write a constant: <c>VALUE</c> stands for the literal. What it needs to be declared comes before it.
/// </summary>
/// <param name="Name">What the documentation calls it.</param>
/// <param name="Use">What stands at the place.</param>
/// <param name="Local">Statements before.</param>
/// <param name="Member">Members of the class.</param>
public sealed record ConstantKind(string Name, string Use, string Local = "", string Member = "")
{
    public Func<ConstraintCase, bool> Fits { get; init; } = static _ => true;

    public override string ToString() => Name;
}

/// <summary>Rule × place × constant kind: what the analyzers are held to, and what the documentation's table is written from.</summary>
internal static class ConstraintMatrix
{
    private static readonly Lazy<MetadataReference[]> Named = new(static () => [ClipModel.Compiled, ClipModel.Deprecated]);

    private static readonly ConcurrentDictionary<(ConstraintCase Rule, ValuePlace Place), Lazy<Task<IReadOnlyList<Diagnostic>>>> Bad = new();

    /// <summary>The models that the programs name.</summary>
    public static MetadataReference[] Models => Named.Value;

    public static IReadOnlyList<ValuePlace> Places { get; } =
    [
        new("object initializer", "_ = new AcmeClipRequest { Prompt = \"x\", NAME = VALUE };"),
        new("`with`", "_ = request with { NAME = VALUE };"),
        new("assignment", "own.NAME = VALUE;"),
        new("builder argument", "builder.WithNAME(VALUE);"),
        new("named argument", "builder.WithNAME(value: VALUE);"),
        new("constructor argument", "_ = new Own(VALUE);"),
        new("collection expression", "_ = new AcmeClipRequest { Prompt = \"x\", NAMEItems = [VALUE] };") { IsItem = true },
        new("array", "_ = new AcmeClipRequest { Prompt = \"x\", NAMEItems = new TYPE[] { VALUE } };") { IsItem = true },
        new("`new List`", "_ = new AcmeClipRequest { Prompt = \"x\", NAMEItems = new List<TYPE> { VALUE } };") { IsItem = true },
        new("`ImmutableArray.Create`", "builder.WithNAMEItems(ImmutableArray.Create<TYPE>(VALUE));") { IsItem = true },
        new("`KlingList.Create`", "builder.WithNAMEItems(KlingList.Create<TYPE>([VALUE]));") { IsItem = true },
        new("`Add…` in a chain", "builder.AddNAMEItem(item: VALUE);") { IsItem = true },
    ];

    public static IReadOnlyList<ConstraintCase> Cases { get; } =
    [
        new("KLING101", "Steps", "int", "SchemaRange(2, 10)", "1", "2"),
        new("KLING102", "Steps", "int", "SchemaRange(2, 10)", "11", "10"),
        new("KLING103", "Beat", "double", "SchemaMultipleOf(\"0.1\")", "0.25", "0.3"),
        new("KLING104", "Title", "string", "SchemaLength(3, 6)", "\"ab\"", "\"abc\""),
        new("KLING105", "Title", "string", "SchemaLength(3, 6)", "\"abcdefg\"", "\"abcdef\""),
        new("KLING106", "Code", "string", "SchemaPattern(\"^[a-z]+$\", \"^[a-z]+$\")", "\"AB\"", "\"ab\""),
        new("KLING107", "Link", "Uri", "SchemaFormat(\"uri\")", "new Uri(\"clip.png\", UriKind.Relative)", "new Uri(\"https://example.com/clip.png\")"),
        new("KLING108", "Mode", "AcmeClipMode", "SchemaEnum", "(AcmeClipMode)9", "AcmeClipMode.Pro"),
        new("KLING109", "Tags", "KlingList<string>", "SchemaItemCount(2, 3)", "[\"a\"]", "[\"a\", \"b\"]"),
        new("KLING110", "Tags", "KlingList<string>", "SchemaItemCount(2, 3)", "[\"a\", \"b\", \"c\", \"d\"]", "[\"a\", \"b\", \"c\"]"),
        new("KLING111", "Tags", "KlingList<string>", "SchemaUniqueItems", "[\"a\", [|\"a\"|]]", "[\"a\", \"b\"]"),
        .. WidePlaces.Cases,
    ];

    public static IReadOnlyList<ConstantKind> Kinds { get; } =
    [
        new("literal", "VALUE"),
        new("const field", "Field", Member: "private const TYPE Field = VALUE;") { Fits = IsConstant },
        new("const local", "local", Local: "const TYPE local = VALUE;") { Fits = IsConstant },
        new("local assigned once", "local", Local: "TYPE local = VALUE;"),
        new("local declared before", "local", Local: "TYPE local; if (flag) { System.Console.Write(count); } local = VALUE;"),
        new("concatenation", "VALUE + \"\"") { Fits = IsText },
        new("interpolation", "$\"{Field}\"", Member: "private const string Field = VALUE;") { Fits = IsText },
        new("unary", "-(-VALUE)") { Fits = IsNumber },
        new("arithmetic", "VALUE * 2 - VALUE") { Fits = IsNumber },
        new("`nameof`", "nameof(NAMED)", Member: "private const int NAMED = 0;") { Fits = IsIdentifier },
        new("conditional", "flag ? VALUE : GOOD"),
        new("`??`", "Maybe() ?? VALUE", Member: "private static TYPE? Maybe() => null;"),
        new("switch expression", "count switch { 0 => GOOD, 1 => VALUE, _ => GOOD }"),
        new("`static readonly` field", "Field", Member: "private static readonly TYPE Field = VALUE;"),
        new("computed from a local", "local * 2 - local", Local: "var local = VALUE;") { Fits = IsNumber },
        new("concatenated from a local", "local + Empty", Local: "var local = VALUE;", Member: "private static readonly string Empty = string.Empty;") { Fits = IsText },
        new("`.Value` of a nullable local", "local.Value", Local: "TYPE? local = VALUE;") { Fits = IsStruct },
        new("`readonly` field", "new Holder().Field", Member: "private sealed class Holder { public readonly TYPE Field = VALUE; }"),
        new("property without a setter", "Property", Member: "private static TYPE Property => VALUE;"),
        new("property with an initializer", "new Holder().Property", Member: "private sealed class Holder { public TYPE Property { get; } = VALUE; }"),
        new("element of a tuple", "pair.First", Local: "var pair = (First: VALUE, Second: 1);") { Fits = static rule => rule.Type is not "KlingList<string>" },
        new("local of a deconstruction", "local", Local: "var (local, _) = (VALUE, 1);") { Fits = static rule => rule.Type is not "KlingList<string>" },
        new("`Math.Max`", "System.Math.Max(VALUE, VALUE)") { Fits = IsNumber },
        new("`string.Concat`", "string.Concat(local, \"\")", Local: "var local = VALUE;") { Fits = IsText },
        new("parentheses", "(VALUE)") { Fits = static rule => rule.Type is not "KlingList<string>" },
    ];

    /// <summary>Values that are not known, whatever they may be at run time.</summary>
    public static IReadOnlyList<ConstantKind> Unknown { get; } =
    [
        new("local assigned twice", "local", Local: "TYPE local = VALUE; if (flag) { local = GOOD; }"),
        new("local assigned in two arms", "local", Local: "TYPE local; if (flag) { local = VALUE; } else { local = GOOD; }"),
        new("local assigned elsewhere", "local", Local: "TYPE local; (local, _) = (VALUE, 1);"),
        new("local given out", "local", Local: "TYPE local; Give(out local);", Member: "private static void Give(out TYPE value) => value = VALUE;"),
        new("local given away", "local", Local: "TYPE local = VALUE; Change(ref local);", Member: "private static void Change(ref TYPE value) => value = GOOD;"),
        new("element of a tuple that is changed", "pair.First", Local: "var pair = (First: VALUE, Second: 1); if (flag) { pair.First = GOOD; }") { Fits = static rule => rule.Type is not "KlingList<string>" },
        new("element of a tuple that is given away", "pair.First", Local: "var pair = (First: VALUE, Second: 1); Change(ref pair.First);", Member: "private static void Change(ref TYPE value) => value = GOOD;") { Fits = static rule => rule.Type is not "KlingList<string>" },
        new("local of a deconstruction assigned twice", "local", Local: "var (local, _) = (VALUE, 1); if (flag) { local = GOOD; }") { Fits = static rule => rule.Type is not "KlingList<string>" },
        new("local of a method's tuple", "local", Local: "var (local, _) = Pair();", Member: "private static (TYPE, int) Pair() => (VALUE, 1);"),
        new("readonly field of a constructor", "new Holder().Field", Member: "private sealed class Holder { public readonly TYPE Field = VALUE; public Holder() => Field = GOOD; }") { Fits = IsNoKey },
        new("readonly field that is initialised", "new Holder { Way = 1 }.Field", Member: "private sealed class Holder { public readonly TYPE Field = VALUE; public int Way { init => Field = GOOD; } }") { Fits = IsNoKey },
        new("field", "new Holder().Field", Member: "private sealed class Holder { public TYPE Field = VALUE; }") { Fits = IsNoKey },
        new("static field", "Field", Member: "private static TYPE Field = VALUE;") { Fits = IsNoKey },
        new("readonly field of the static constructor", "Field", Member: "private static readonly TYPE Field = VALUE; static Program() { Field = GOOD; }") { Fits = IsNoKey },
        new("property with a setter", "Property", Member: "private static TYPE Property { get; set; } = VALUE;") { Fits = IsNoKey },
        new("property of a constructor", "Property", Member: "private static TYPE Property { get; } = VALUE; static Program() { Property = GOOD; }") { Fits = IsNoKey },
        new("property that is overridden", "new Holder().Property", Member: "private class Holder { public virtual TYPE Property => VALUE; }") { Fits = IsNoKey },
        new("method", "Method()", Member: "private static TYPE Method() => VALUE;"),
    ];

    /// <summary>A key is reported where a member is given it, whatever happens to the member.</summary>
    private static bool IsNoKey(ConstraintCase rule) => rule.Id is not "KLING202";

    /// <summary>A program that writes a rule's value at a place in each of the given ways, each in a class of its own.</summary>
    public static string Program(ConstraintCase rule, ValuePlace place, IEnumerable<ConstantKind> kinds, bool isBad)
    {
        string classes = string.Concat(kinds.Select((kind, index) => Class(rule, place, kind, isBad, $"Program{index}")));
        return rule.Attribute.Length == 0
            ? classes
            : classes + $"internal sealed record Own([{rule.Attribute}] {rule.Type} {rule.Property}) {{ [{rule.Attribute}] public {rule.Type} {rule.Property} {{ get; set; }} = {rule.Property}; }}";
    }

    /// <summary>Whether the kind can give the rule's value at the place.</summary>
    /// <summary>The program that breaks a rule at a place in every way that fits.</summary>
    public static string BadProgram(ConstraintCase rule, ValuePlace place) => Program(rule, place, Kinds.Where(kind => Fits(rule, place, kind)), isBad: true);

    /// <summary>What the analyzers report of <see cref="BadProgram"/>: run once for all tests.</summary>
    public static Task<IReadOnlyList<Diagnostic>> ReportOfBadProgram(ConstraintCase rule, ValuePlace place) => Bad.GetOrAdd(
        (rule, place),
        static key => new(() => AnalyzerHarness.RunCompiled(AnalyzerHarness.Compilation(MarkedCode.Unmarked(BadProgram(key.Rule, key.Place)), Models)))).Value;

    public static bool Fits(ConstraintCase rule, ValuePlace place, ConstantKind kind) =>
        (!place.IsItem || rule.Property != "Tags") && kind.Fits(rule);

    private static string Class(ConstraintCase rule, ValuePlace place, ConstantKind kind, bool isBad, string name)
    {
        string value = MarkedCode.Unmarked(isBad ? rule.Bad : rule.Good);
        string Fill(string text) => text
            .Replace("NAMED", value.Trim('"'), StringComparison.Ordinal)
            .Replace("NAME", rule.Property, StringComparison.Ordinal)
            .Replace("TYPE", rule.Type, StringComparison.Ordinal)
            .Replace("GOOD", rule.Good, StringComparison.Ordinal)
            .Replace("VALUE", value, StringComparison.Ordinal);
        string code = isBad ? place.Code : place.Right;
        bool isAtMember = IsShownAtMember(rule, kind);
        string use = code.Contains("[|", StringComparison.Ordinal) || isAtMember ? kind.Use : Marked(rule, kind, isBad);
        string member = isAtMember ? kind.Member.Replace("VALUE", "[|VALUE|]", StringComparison.Ordinal) : kind.Member;
        return $$"""
            internal static class {{name}}
            {
                {{Fill(member).Replace("static Program()", $"static {name}()", StringComparison.Ordinal)}}
                internal static void Run(AcmeClipRequest request, AcmeClipRequestBuilder builder, KlingClient client, {{(rule.Attribute.Length == 0 ? "object" : "Own")}} own, bool flag, int count)
                {
                    {{Fill(kind.Local)}}
                    {{Fill(code.Replace("VALUE", use, StringComparison.Ordinal))}}
                }
            }

            """;
    }

    /// <summary>A use of the value with marks around what is wrong: an arm and not the conditional, an element and not the list.</summary>
    private static string Marked(ConstraintCase rule, ConstantKind kind, bool isBad)
    {
        string value = isBad && rule.Bad.Contains("[|", StringComparison.Ordinal) ? rule.Bad : "[|VALUE|]";
        return kind.Name switch
        {
            "literal" or "conditional" or "`??`" or "switch expression" or "parentheses" => kind.Use.Replace("VALUE", value, StringComparison.Ordinal),
            _ => $"[|{kind.Use}|]",
        };
    }

    /// <summary>Whether the value of a member is wrong by itself: a key, or a URL that is constructed there.</summary>
    private static bool IsShownAtMember(ConstraintCase rule, ConstantKind kind) =>
        rule.Id is "KLING107" or "KLING202" && kind.Member.Contains("VALUE", StringComparison.Ordinal);

    private static bool IsConstant(ConstraintCase rule) => rule.Type is "int" or "double" or "string" or "AcmeClipMode";

    private static bool IsStruct(ConstraintCase rule) => rule.Type is "int" or "double" or "AcmeClipMode";

    private static bool IsNumber(ConstraintCase rule) => rule.Type is "int" or "double";

    private static bool IsText(ConstraintCase rule) => rule.Type is "string";

    private static bool IsIdentifier(ConstraintCase rule) => IsText(rule) && SyntaxFacts.IsValidIdentifier(rule.Bad.Trim('"')) && SyntaxFacts.IsValidIdentifier(rule.Good.Trim('"'));
}
