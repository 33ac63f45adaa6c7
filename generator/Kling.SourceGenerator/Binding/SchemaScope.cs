using System.Globalization;
using Kling.SourceGenerator.Binding.Checks;
using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Instances;
using Kling.SourceGenerator.Binding.Names;
using Kling.SourceGenerator.Binding.Values;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>What the binders of one schema file share: the document, its type names so far, and what there is to say.</summary>
internal sealed class SchemaScope
{
    private readonly string _text;
    private readonly HashSet<DiagnosticModel> _diagnostics = [];
    private readonly Dictionary<JsonNode, SchemaShape> _shapes = [];
    private int _suggestions;
    private LineMap? _lines;

    public SchemaScope(string path, string @namespace, string text)
    {
        Path = path;
        Namespace = @namespace;
        _text = text;
        JsonChecks = new JsonCheckBinder(this);
        Definitions = new DefinitionBinder(this);
        Instances = new InstanceJudge(this);
    }

    public string Path { get; }

    public string Namespace { get; }

    /// <summary>The document's root: what references start from.</summary>
    public JsonNode Root { get; set; } = JsonNode.Scalar(JsonKind.Null, default, "null");

    /// <summary>What the names of all types of the file begin with.</summary>
    public string ModelName { get; set; } = "";

    /// <summary>The catalogue is in the same namespace, and records and unions have a type and a type parameter of these names.</summary>
    public NameScope TypeNames { get; } = new(["KlingModels", "Defaults", "TResult"]);

    public List<ObjectModel> Objects { get; } = [];

    public List<EnumModel> Enums { get; } = [];

    public List<UnionModel> Unions { get; } = [];

    public JsonCheckBinder JsonChecks { get; }

    public DefinitionBinder Definitions { get; }

    /// <summary>Judges the values that stand in the file.</summary>
    public InstanceJudge Instances { get; }

    public EquatableArray<DiagnosticModel> Diagnostics => _diagnostics.Count == 0 ? default : _diagnostics
        .OrderBy(static diagnostic => diagnostic.Span.Start)
        .ThenBy(static diagnostic => diagnostic.Rule.Id, StringComparer.Ordinal)
        .ThenBy(static diagnostic => string.Join("\n", diagnostic.Arguments), StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>Tells something; saying it twice at the same place says it once.</summary>
    public void Report(SchemaRule rule, TextSpan span, params string[] arguments) =>
        _diagnostics.Add(DiagnosticModel.At(Path, span, (_lines ??= new LineMap(_text)).Lines(span), rule, arguments));

    /// <summary>A type of this file, from the global namespace on.</summary>
    public string Reference(string typeName) => $"global::{Namespace}.{typeName}";

    /// <summary>A type name of its own within the file. A change is told.</summary>
    /// <param name="wanted">The name.</param>
    /// <param name="span">The place of the change.</param>
    public string ClaimTypeName(string wanted, TextSpan span)
    {
        string name = TypeNames.Claim(wanted);
        ReportName(span, wanted, wanted, name, "\"x-csharp-name\" on its parameter or definition gives it another name");
        return name;
    }

    /// <summary>Reports a name that is not the wanted one.</summary>
    /// <param name="span">What is named.</param>
    /// <param name="text">The same as the schema calls it.</param>
    /// <param name="wanted">The name that it would have got.</param>
    /// <param name="name">The name that it got.</param>
    /// <param name="advice">How to choose another.</param>
    public void ReportName(TextSpan span, string text, string wanted, string name, string advice)
    {
        if (wanted.Length > CSharpName.MaxLength)
        {
            Report(SchemaDiagnostics.NameIsShortened, span, JsonPrinter.Excerpt(text), name, CSharpName.MaxLength.ToString(CultureInfo.InvariantCulture), advice);
        }
        else if (name != wanted)
        {
            Report(SchemaDiagnostics.NameIsChanged, span, text, name, wanted, advice);
        }
    }

    /// <summary>A schema with everything that applies to the same value put together.</summary>
    public SchemaShape Shape(JsonNode schema)
    {
        if (!_shapes.TryGetValue(schema, out SchemaShape? shape))
        {
            shape = SchemaShape.Of(schema, Root);
            _shapes.Add(schema, shape);
        }

        return shape;
    }

    /// <summary>The known name that is most likely meant by a misspelled one.</summary>
    public string? Nearest(string wrong, IEnumerable<string> names)
    {
        // A file with more mistakes than that is another kind of file, and the compiler waits for every answer.
        const int Most = 100;
        return _suggestions++ < Most ? new Spelling(names).Nearest(wrong) : null;
    }

    /// <summary>The reference that a wrong one most likely stands for: to a schema beside the place that it names, or to a definition.</summary>
    private string? NearestReference(string reference)
    {
        int start = reference.LastIndexOfAny(['/', '#']) + 1;
        foreach (string container in new[] { reference.Substring(0, start - 1), "#/$defs", "#/definitions" })
        {
            IEnumerable<string> names = JsonPointer.Resolve(Root, container)?.Members.Where(static member => member.Value.IsObject).Select(static member => JsonPointer.Escape(member.Name)) ?? [];
            if (Nearest(reference.Substring(start), names) is { } nearest)
            {
                return $"{container}/{nearest}";
            }
        }

        return null;
    }

    /// <summary>The schema that a <c>$ref</c> names. Nothing outside the file is ever read.</summary>
    public JsonNode? Resolve(JsonMember reference)
    {
        if (reference.Value.Kind is not JsonKind.String)
        {
            Report(SchemaDiagnostics.KeywordValueIsInvalid, reference.Value.Span, "$ref", "it must be a string");
            return null;
        }

        if (JsonPointer.Resolve(Root, reference.Value.Text) is { Kind: JsonKind.Object or JsonKind.True or JsonKind.False } target)
        {
            return target;
        }

        string reason = !reference.Value.Text.StartsWith("#", StringComparison.Ordinal) ? "only references within the file are; copy the definition into \"$defs\""
            : NearestReference(reference.Value.Text) is { } nearest ? "there is no such schema" + Spelling.Hint(nearest)
            : "there is no such schema; write a JSON Pointer such as #/$defs/name";
        Report(SchemaDiagnostics.ReferenceIsNotResolved, reference.Value.Span, reference.Value.Text, reason);
        return null;
    }
}
