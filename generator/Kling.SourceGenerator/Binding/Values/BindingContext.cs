using Kling.SourceGenerator.Binding.Checks;
using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Instances;
using Kling.SourceGenerator.Binding.Names;
using Kling.SourceGenerator.Binding.Patterns;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>
/// What the binders of values share while they bind one schema file. It only puts the parts together; each does its own work.
/// </summary>
internal sealed class BindingContext
{
    public BindingContext(SchemaDocument document, ModelTypeNames names, SchemaFindings findings)
    {
        Document = document;
        Names = names;
        Findings = findings;
        References = new ReferenceResolver(document, findings);
        Patterns = new PatternBinder(findings);
        Instances = new InstanceJudge(References, Patterns, findings);
        Checks = new JsonCheckBinder(names, References, Patterns, findings);
    }

    public SchemaDocument Document { get; }

    public ModelTypeNames Names { get; }

    public SchemaFindings Findings { get; }

    public ReferenceResolver References { get; }

    public PatternBinder Patterns { get; }

    /// <summary>Validates the values in the file.</summary>
    public InstanceJudge Instances { get; }

    public JsonCheckBinder Checks { get; }

    public Definitions Definitions { get; } = new();

    public GeneratedTypes Types { get; } = new();
}
