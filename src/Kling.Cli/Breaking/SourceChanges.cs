using System.Globalization;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <summary>
/// What changed for code that uses the generated types. The names and types are the generator's own. Removed parameters are found with the
/// wire's changes.
/// </summary>
internal sealed class SourceChanges
{
    private readonly ComparedSchema _old;
    private readonly ComparedSchema _new;
    private readonly List<SchemaChange> _changes = [];
    private readonly HashSet<(string, string)> _types = [];

    private SourceChanges(ComparedSchema old, ComparedSchema current) => (_old, _new) = (old, current);

    public static IReadOnlyList<SchemaChange> Between(ComparedSchema old, ComparedSchema current)
    {
        var changes = new SourceChanges(old, current);
        var nodes = new Pair(old.Root, current.Root);
        changes.CompareObjects(old.Model.Request, current.Model.Request, nodes, "");
        changes.CompareArguments(
            BuilderArguments.OfCreate(old.Model.Request),
            BuilderArguments.OfCreate(current.Model.Request),
            nodes,
            ""
        );
        return changes._changes;
    }

    private void CompareObjects(ObjectModel old, ObjectModel current, Pair nodes, string path)
    {
        if (!_types.Add((old.TypeName, current.TypeName)))
        {
            return;
        }

        CompareName("type", old.TypeName, current.TypeName, nodes, path);
        foreach (PropertyModel before in old.Properties)
        {
            if (
                current.Properties.FirstOrDefault(property => property.WireName == before.WireName) is { } after
                && SchemaProperties.Property(_old, nodes.Old, before.WireName) is { } oldNode
                && SchemaProperties.Property(_new, nodes.New, before.WireName) is { } newNode
            )
            {
                string name = path.Length == 0 ? before.WireName : $"{path}.{before.WireName}";
                CompareProperties(before, after, new Pair(oldNode, newNode), name);
            }
        }
    }

    private void CompareProperties(PropertyModel old, PropertyModel current, Pair nodes, string path)
    {
        CompareName("property", old.Name, current.Name, nodes, path);
        if (old.ItemName.Length > 0 && current.ItemName.Length > 0 && old.Name == current.Name)
        {
            CompareName("method", "Add" + old.ItemName, "Add" + current.ItemName, nodes, path);
        }

        bool wasAsked = old is { IsRequired: true, HasOnlyValue: false };
        if (!wasAsked && current is { IsRequired: true, HasOnlyValue: false })
        {
            Add(ChangeRules.MemberRequired, path, "property", old.Name, "required " + current.Name, nodes);
        }

        if (!CompareValues(old.Value, current.Value, nodes, path) || old.IsNullable != current.IsNullable)
        {
            Add(ChangeRules.CSharpTypeChanged, path, "type", SourceType.Of(old), SourceType.Of(current), nodes);
        }

        if (Record(_old.Model, old) is { } oldRecord)
        {
            BuilderArguments before = BuilderArguments.OfAdd(old, oldRecord);
            BuilderArguments after =
                Record(_new.Model, current) is { } record
                    ? BuilderArguments.OfAdd(current, record)
                    : new BuilderArguments(before.Method, ["(no such method)"], 0);
            CompareArguments(before, after, nodes, path);
        }

        CompareDefaults(old, current, nodes, path);
    }

    /// <summary>Whether the C# types are the same, apart from names of generated types, which are compared on their own.</summary>
    private bool CompareValues(ValueModel old, ValueModel current, Pair nodes, string path)
    {
        switch (old, current)
        {
            case (ListModel before, ListModel after):
                var items = new Pair(
                    SchemaProperties.Keyword(_old, nodes.Old, "items") ?? nodes.Old,
                    SchemaProperties.Keyword(_new, nodes.New, "items") ?? nodes.New
                );
                return CompareValues(before.Item, after.Item, items, path + "[]") && before.Item.AllowsNull == after.Item.AllowsNull;
            case (EnumValueModel before, EnumValueModel after):
                CompareEnums(before.Enum, after.Enum, nodes, path);
                return true;
            case (ObjectValueModel before, ObjectValueModel after):
                if (Object(_old.Model, before.TypeName) is { } oldObject && Object(_new.Model, after.TypeName) is { } newObject)
                {
                    CompareObjects(oldObject, newObject, nodes, path);
                }

                return true;
            case (UnionValueModel before, UnionValueModel after):
                CompareName("type", before.TypeName, after.TypeName, nodes, path);
                string[] cases = Cases(_new.Model, after);
                return Cases(_old.Model, before).All(cases.Contains);
            default:
                return SourceType.Of(old) == SourceType.Of(current);
        }
    }

    private void CompareEnums(EnumModel old, EnumModel current, Pair nodes, string path)
    {
        if (!_types.Add((old.TypeName, current.TypeName)))
        {
            return;
        }

        CompareName("type", old.TypeName, current.TypeName, nodes, path);
        foreach (EnumMemberModel before in old.Members)
        {
            EnumMemberModel? after = current.Members.FirstOrDefault(member => member.Wire == before.Wire);
            if (after is null)
            {
                Add(ChangeRules.EnumMemberRemoved, path, "enum member", before.Name, "(no such member)", nodes);
                continue;
            }

            CompareName("enum member", before.Name, after.Name, nodes, path);
            if (before.Value != after.Value)
            {
                string number = after.Value.ToString(CultureInfo.InvariantCulture);
                string oldNumber = before.Value.ToString(CultureInfo.InvariantCulture);
                Add(ChangeRules.EnumNumberChanged, path, $"number of {after.Name}", oldNumber, number, nodes);
            }
        }
    }

    private void CompareArguments(BuilderArguments old, BuilderArguments current, Pair nodes, string path)
    {
        if (BuilderArguments.Between(old, current) is { } rule)
        {
            Add(rule, path, $"arguments of {old.Method}", old.Text, current.Text, nodes);
        }
    }

    private void CompareDefaults(PropertyModel old, PropertyModel current, Pair nodes, string path)
    {
        if (old.IsRequired || current.IsRequired || old.Default?.Json == current.Default?.Json)
        {
            return;
        }

        var stated = new Pair(
            SchemaProperties.Keyword(_old, nodes.Old, "default") ?? nodes.Old,
            SchemaProperties.Keyword(_new, nodes.New, "default") ?? nodes.New
        );
        Add(ChangeRules.DefaultChanged, path, "default", old.Default?.Json ?? "(none)", current.Default?.Json ?? "(none)", stated);
    }

    private void CompareName(string what, string old, string current, Pair nodes, string path)
    {
        if (old != current)
        {
            Add(ChangeRules.NameChanged, path, what, old, current, nodes);
        }
    }

    private void Add(ChangeRule rule, string path, string what, string old, string current, Pair nodes) =>
        _changes.Add(new SchemaChange(rule, path, what, old, current, _old.Place(nodes.Old), _new.Place(nodes.New)));

    private static string[] Cases(RequestModel model, UnionValueModel union) =>
        model.Unions.FirstOrDefault(candidate => candidate.TypeName == union.TypeName) is { } found
            ? [.. found.Cases.Select(static one => $"{SourceType.Of(one.Value)} {one.Name}")]
            : [];

    private static ObjectModel? Object(RequestModel model, string typeName) =>
        model.Objects.FirstOrDefault(candidate => candidate.TypeName == typeName);

    private static ObjectModel? Record(RequestModel model, PropertyModel property) =>
        property.AddedRecord.Length == 0 ? null : Object(model, property.AddedRecord);

    private readonly record struct Pair(JsonNode Old, JsonNode New);
}
