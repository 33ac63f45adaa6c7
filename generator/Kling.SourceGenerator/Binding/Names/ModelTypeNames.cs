using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Names;

/// <summary>The names of the types that one schema file gives. All begin with the model's name.</summary>
internal sealed class ModelTypeNames
{
    // The catalogue is in the same namespace, and records and unions have a type and a type parameter of these names.
    private readonly NameScope _taken = new(["KlingModels", "Defaults", "TResult"]);
    private readonly SchemaFindings _findings;

    /// <param name="namespace">The namespace of the types.</param>
    /// <param name="model">What the names of all types of the file begin with.</param>
    /// <param name="findings">The file's diagnostics.</param>
    public ModelTypeNames(string @namespace, string model, SchemaFindings findings)
    {
        _findings = findings;
        Namespace = @namespace;
        Model = model;
        Request = _taken.Claim(model + "Request");
        JsonChecks = _taken.Claim(model + "JsonChecks");
        Builder = _taken.Claim(model + "RequestBuilder");
    }

    public string Namespace { get; }

    public string Model { get; }

    public string Request { get; }

    public string Builder { get; }

    /// <summary>The class of the methods that check JSON, and of the patterns.</summary>
    public string JsonChecks { get; }

    /// <summary>Takes a name that no other type of the file has, and reports if it is not the wanted one.</summary>
    /// <param name="wanted">The name.</param>
    /// <param name="span">Where to report it.</param>
    public string Claim(string wanted, TextSpan span)
    {
        string name = _taken.Claim(wanted);
        ChangedName.Report(
            span,
            wanted,
            wanted,
            name,
            "use \"x-csharp-name\" on its parameter or definition to choose another name",
            _findings
        );
        return name;
    }

    /// <summary>A type of this file, from the global namespace on.</summary>
    public string Reference(string typeName) => $"global::{Namespace}.{typeName}";
}
