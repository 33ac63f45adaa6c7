using System.Collections.Immutable;
using Kling.Emulator;
using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <summary>One version of a schema file: its enforced keywords with their locations, and what the generator makes of it.</summary>
internal sealed class ComparedSchema
{
    private static readonly SchemaRule[] Ignoring =
    [
        SchemaDiagnostics.KeywordValueIsInvalid,
        SchemaDiagnostics.KeywordIsNotEnforced,
        SchemaDiagnostics.ReferenceIsNotResolved,
        SchemaDiagnostics.ReferenceIsCircular,
    ];

    private readonly LineMap _lines;
    private readonly Dictionary<TextSpan, (string Pointer, TextSpan Start)> _places = [];
    private readonly Dictionary<TextSpan, JsonNode> _enforced = [];

    private ComparedSchema(string file, string text, JsonNode root, RequestModel model)
    {
        File = file;
        _lines = new LineMap(text);
        Raw = root;
        Model = model;
        Document = new SchemaDocument(root);
        HashSet<TextSpan> ignored =
        [
            .. SchemaBinder
                .Review(Document, text)
                .Where(static diagnostic => Ignoring.Contains(diagnostic.Rule))
                .Select(static diagnostic => diagnostic.Span),
        ];
        _places[root.Span] = ("", root.Span);
        Root = Enforced(root, "", ignored);
    }

    /// <summary>The file as messages name it.</summary>
    public string File { get; }

    /// <summary>The whole file.</summary>
    public JsonNode Raw { get; }

    /// <summary>The file without keywords that are not enforced. Locations are those of the file.</summary>
    public JsonNode Root { get; }

    /// <summary>What the generator makes of the file.</summary>
    public RequestModel Model { get; }

    private SchemaDocument Document { get; }

    /// <summary>Reads a schema file as a build does.</summary>
    /// <exception cref="CliFailure">A build would report an error in it.</exception>
    public static ComparedSchema Read(string file, string text)
    {
        var source = SchemaSource.Read(
            new SchemaFile(file, text, new Kling.SourceGenerator.Schema.SchemaFileOptions(Namespace: "Models", IsPublic: true)),
            CancellationToken.None
        );
        BindingResult result = SchemaBinder.Bind(source, CancellationToken.None);
        return result.Model is { } model && source.Root is { } root
            ? new ComparedSchema(file, text, root, model)
            : throw new CliFailure(
                ExitCodes.Usage,
                SchemaFileDiagnostic
                    .Of(result.Diagnostics.First(static diagnostic => diagnostic.Rule.Severity is SchemaSeverity.Error))
                    .ToString()
            );
    }

    /// <summary>The location of a value of the file.</summary>
    public ChangePlace Place(JsonNode node)
    {
        (string pointer, TextSpan start) = _places.TryGetValue(node.Span, out (string, TextSpan) found) ? found : ("", Raw.Span);
        LineSpan lines = _lines.Lines(start);
        return new ChangePlace(File, lines.StartLine + 1, lines.StartColumn + 1, pointer);
    }

    /// <summary>The schema that a <c>$ref</c> names, or <see langword="null"/>.</summary>
    public JsonNode? Resolve(JsonNode reference) =>
        Document.Resolve(reference) is { } target && _enforced.TryGetValue(target.Span, out JsonNode? node) ? node : null;

    private JsonNode Enforced(JsonNode node, string pointer, HashSet<TextSpan> ignored)
    {
        JsonNode enforced = node.Kind switch
        {
            JsonKind.Object => JsonNode.Object(node.Span, Members(node, pointer, ignored)),
            JsonKind.Array => JsonNode.Array(node.Span, Items(node, pointer, ignored)),
            _ => node,
        };
        _enforced[node.Span] = enforced;
        return enforced;
    }

    private ImmutableArray<JsonMember> Members(JsonNode node, string pointer, HashSet<TextSpan> ignored)
    {
        ImmutableArray<JsonMember>.Builder members = ImmutableArray.CreateBuilder<JsonMember>();
        foreach (JsonMember member in node.Members)
        {
            string below = $"{pointer}/{JsonPointer.Escape(member.Name)}";
            _places[member.Value.Span] = (below, member.NameSpan);
            string? sameAs = Unevaluated.SameAs(member.Name, node);
            JsonNode value = Enforced(member.Value, below, ignored);
            if (
                !ignored.Contains(member.NameSpan)
                && !ignored.Contains(member.Value.Span)
                && (sameAs is null || node[sameAs] is null)
            )
            {
                members.Add(new JsonMember(sameAs ?? member.Name, member.NameSpan, value));
            }
        }

        return members.ToImmutable();
    }

    private ImmutableArray<JsonNode> Items(JsonNode node, string pointer, HashSet<TextSpan> ignored)
    {
        ImmutableArray<JsonNode>.Builder items = ImmutableArray.CreateBuilder<JsonNode>();
        for (int i = 0; i < node.Items.Length; i++)
        {
            JsonNode item = node.Items[i];
            string below = FormattableString.Invariant($"{pointer}/{i}");
            _places[item.Span] = (below, item.Span);
            JsonNode kept = Enforced(item, below, ignored);
            if (!ignored.Contains(item.Span))
            {
                items.Add(kept);
            }
        }

        return items.ToImmutable();
    }
}
