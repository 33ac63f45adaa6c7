using System.Text;

namespace Kling.SourceGenerator.Tests.Fuzz;

/// <summary>Files that are hard to read: each has one outcome, and the file beside it is generated as ever.</summary>
public sealed class HostileFileTests
{
    private const string Plain = "{\n  \"properties\": { \"a\": { \"type\": \"string\", \"maxLength\": 3 } }\n}\n";

    private static readonly InMemoryFile Bystander = new("/other.json", Plain);

    /// <summary>What is read as <see cref="Plain"/> is.</summary>
    private static readonly Dictionary<string, byte[]> Harmless = new()
    {
        ["UTF-8 with a byte order mark"] = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Plain)],
        ["UTF-16"] = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Plain)],
        ["UTF-16, big-endian"] = [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Plain)],
        ["carriage returns and line feeds"] = Encoding.UTF8.GetBytes(Plain.Replace("\n", "\r\n", StringComparison.Ordinal)),
        ["carriage returns"] = Encoding.UTF8.GetBytes(Plain.Replace('\n', '\r')),
        ["no line end at all"] = Encoding.UTF8.GetBytes(Plain.Replace("\n", "", StringComparison.Ordinal)),
    };

    /// <summary>What ends in one diagnostic, with its place.</summary>
    private static readonly Dictionary<string, (string Text, string Report)> Refused = new()
    {
        ["a duplicate name"] = ("{ \"properties\": { \"a\": {}, \"a\": {} } }", "KLING001 Error /a.json(1,28)+3"),
        ["a comment"] = ("{\n  // no\n}", "KLING001 Error /a.json(2,3)+2"),
        ["a block comment"] = ("{ \"properties\": /* no */ {} }", "KLING001 Error /a.json(1,17)+2"),
        ["a trailing comma"] = ("{ \"properties\": { \"a\": {}, } }", "KLING001 Error /a.json(1,26)+1"),
        ["NaN"] = ("{ \"properties\": { \"a\": { \"minimum\": NaN } } }", "KLING001 Error /a.json(1,37)+1"),
        ["Infinity"] = ("{ \"properties\": { \"a\": { \"minimum\": -Infinity } } }", "KLING001 Error /a.json(1,37)+1"),
        ["half of a surrogate pair, escaped"] = ("{ \"title\": \"\\ud83d\", \"properties\": {} }", "KLING001 Error /a.json(1,12)+8"),
        ["half of a surrogate pair"] = ("{ \"title\": \"\ud83d\", \"properties\": {} }", "KLING001 Error /a.json(1,12)+3"),
        ["10,000 arrays in each other"] = ("{ \"examples\": " + new string('[', 10_000) + new string(']', 10_000) + " }", "KLING001 Error /a.json(1,142)+1"),
        ["10,000 schemas in each other"] = (Nested(10_000), "KLING001 Error /a.json(1,"),
        ["10,000 brackets that nothing closes"] = (new string('[', 10_000), "KLING001 Error /a.json(1,129)+1"),
        ["10 megabytes"] = ("{ \"properties\": {}, \"$comment\": \"" + new string('x', 10_000_000) + "\" }", "KLING014 Error /a.json(1,1)+0"),
        ["nothing"] = ("", "KLING001 Error /a.json(1,1)+0"),
        ["UTF-16 without a byte order mark"] = (Encoding.UTF8.GetString(Encoding.Unicode.GetBytes("{}")), "KLING001 Error /a.json(1,2)+1"),
    };

    /// <summary>Numbers that no C# type holds: the type is emitted all the same, and each that counts is told.</summary>
    private static readonly Dictionary<string, (string Parameter, string[] Ids)> Numbers = new()
    {
        ["a bound beyond a double"] = ("""{ "type": "number", "maximum": 1e400 }""", ["KLING008"]),
        ["a bound beyond a long"] = ("""{ "type": "integer", "minimum": 9223372036854775808 }""", ["KLING016"]),
        ["a bound far below a long"] = ("""{ "type": "integer", "minimum": -1e30 }""", ["KLING015"]),
        ["a count beyond an int"] = ("""{ "type": "string", "maxLength": 2147483648 }""", ["KLING008"]),
        ["a count of a million digits"] = ($$"""{ "type": "string", "maxLength": {{new string('9', 100_000)}} }""", ["KLING008"]),
        ["a default beyond a double"] = ("""{ "type": "number", "default": -1e400 }""", ["KLING004"]),
        ["a default beyond a long"] = ("""{ "type": "integer", "default": 9223372036854775808 }""", ["KLING004"]),
        ["values beyond a long"] = ("""{ "enum": [9223372036854775808, -9223372036854775809, 1e400] }""", ["KLING020"]),
        ["an exponent beyond all measure"] = ("""{ "type": "number", "multipleOf": 1e-99999999999999999999, "default": 1e99999999999999999999 }""", ["KLING008", "KLING004"]),
        ["a divisor of no digits"] = ("""{ "type": "number", "multipleOf": 0.0e5 }""", ["KLING008"]),
    };

    public static TheoryData<string> HarmlessNames { get; } = [.. Harmless.Keys];

    public static TheoryData<string> RefusedNames { get; } = [.. Refused.Keys];

    public static TheoryData<string> NumberNames { get; } = [.. Numbers.Keys];

    [Theory]
    [MemberData(nameof(HarmlessNames))]
    public void An_encoding_or_a_line_end_changes_nothing(string name)
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(InMemoryFile.FromBytes("/a.json", Harmless[name])));
        Assert.Empty(output.Report);
        Assert.Equal(GeneratorHarness.Run(TestProject.With(Plain, "/a.json")).AllText, output.AllText);
    }

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public void An_unusable_file_is_one_error_at_its_position(string name)
    {
        (string text, string report) = Refused[name];
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(new InMemoryFile("/a.json", text), Bystander));
        Assert.StartsWith(report, Assert.Single(output.Report), StringComparison.Ordinal);
        Assert.Equal(GeneratorHarness.Run(TestProject.WithFiles(Bystander)).AllText, output.AllText);
    }

    [Theory]
    [MemberData(nameof(NumberNames))]
    public void A_number_that_is_too_large_for_every_type_still_gives_a_type(string name)
    {
        (string parameter, string[] ids) = Numbers[name];
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithParameter("a", parameter));
        Assert.Equal(ids, output.Diagnostics.Select(static diagnostic => diagnostic.Id));
        output.AssertCompiles();
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("{ \"properties\": { \"a\": ", depth)) + "{}" + string.Concat(Enumerable.Repeat(" } }", depth));
}
