using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml.Linq;
using Kling.Models;

namespace Kling.Tests.Models;

/// <summary>Everything public that is generated is documented: read from the file that an editor reads.</summary>
public sealed class DocumentationTests
{
    private static readonly Dictionary<string, XElement> Entries = XDocument
        .Load(Path.ChangeExtension(typeof(KlingModels).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(static member => member.Attribute("name")!.Value);

    [Fact]
    public void Every_public_type_and_member_has_a_summary()
    {
        string[] ids = [.. Shipped.Types.SelectMany(Members).Select(DocumentationId.Of)];

        Assert.True(ids.Length > 20 * KlingModels.All.Count, $"Only {ids.Length} members were found.");
        Assert.DoesNotContain(ids, static id => !Entries.TryGetValue(id, out XElement? entry) || !IsDocumented(entry));
    }

    [Fact]
    public void Every_parameter_of_a_method_is_described()
    {
        var undescribed =
            from method in Shipped.Types.SelectMany(Members).OfType<MethodInfo>()
            let entry = Entries[DocumentationId.Of(method)]
            where entry.Element("inheritdoc") is null
            from parameter in method.GetParameters()
            where !entry.Elements("param").Any(element => element.Attribute("name")?.Value == parameter.Name && (element.Value.Trim().Length > 0 || element.Element("inheritdoc") is not null))
            select $"{DocumentationId.Of(method)} {parameter.Name}";

        Assert.Empty(undescribed);
    }

    [Fact]
    public void A_property_says_what_its_schema_says()
    {
        foreach (string slug in Shipped.Slugs.Select(static row => row.Data))
        {
            foreach ((Type type, JsonElement schema) in Shipped.Records(slug))
            {
                foreach (PropertyInfo property in JsonRecord.PropertiesOf(type))
                {
                    XElement entry = Entries[DocumentationId.Of(property)];
                    JsonElement described = schema.GetProperty("properties").GetProperty(JsonRecord.WireName(property));
                    string summary = entry.Element("summary")!.Value;
                    Assert.StartsWith(SchemaNode.Text(described, "description"), summary, StringComparison.Ordinal);
                    foreach (string keyword in new[] { "default", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems" })
                    {
                        if (described.TryGetProperty(keyword, out JsonElement limit))
                        {
                            Assert.Contains(limit.GetRawText(), summary, StringComparison.Ordinal);
                        }
                    }
                }
            }
        }
    }

    private static bool IsDocumented(XElement entry) =>
        entry.Element("inheritdoc") is not null || entry.Element("summary")?.Value.Trim().Length > 0;

    // What the compiler adds to a record by itself has no place for a comment, nor has a constructor that is not written.
    private static IEnumerable<MemberInfo> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(static member => !member.IsDefined(typeof(CompilerGeneratedAttribute))
            && member is not (Type or ConstructorInfo or FieldInfo { IsSpecialName: true } or MethodInfo { IsSpecialName: true }))
        .Prepend(type);
}
