using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>The types that the values of one file have needed so far, in the schema's order.</summary>
internal sealed class GeneratedTypes
{
    public List<ObjectModel> Objects { get; } = [];

    public List<EnumModel> Enums { get; } = [];

    public List<UnionModel> Unions { get; } = [];
}
