using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>Values that the compiler does not call constant, but that can have only one value, or only values that are too large, too small or too long.</summary>
public sealed class KnownValueTests
{
    /// <summary>Statements before, a parameter, and its value.</summary>
    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "KLING104", "", "Title", "[|string.Empty|]" },
        { "KLING104", "", "Title", "[|String.Empty|]" },
        { "KLING104", "", "Title", "[|\"\"|]" },
        { "KLING104", "", "Title", "[|'a'.ToString()|]" },
        { "KLING104", "var number = 7;", "Title", "[|number.ToString()|]" },
        { "KLING104", "", "Title", "[|new string('a', 2)|]" },
        { "KLING105", "", "Title", "[|new string('a', 7)|]" },
        { "KLING105", "", "Title", "[|new string(count: 7, c: 'a')|]" },
        { "KLING105", "", "Title", "[|new('a', 7)|]" },
        { "KLING105", "var length = 6;", "Title", "[|new string('a', length + 1)|]" },
        { "KLING105", "", "Title", "[|string.Concat(\"abc\", \"def\", \"g\")|]" },
        { "KLING105", "", "Title", "[|string.Concat(new[] { \"abc\", \"defg\" })|]" },
        { "KLING105", "", "Title", "[|string.Join(\", \", \"ab\", \"cd\", \"ef\")|]" },
        { "KLING105", "", "Title", "[|string.Join(',', new[] { \"abc\", \"def\" })|]" },
        { "KLING105", "", "Title", "[|string.Join(\", \", new List<string> { \"abc\", \"def\" })|]" },
        { "KLING105", "", "Title", "[|\"ab\".PadLeft(7)|]" },
        { "KLING105", "", "Title", "[|\"ab\".PadRight(totalWidth: 7, paddingChar: '.')|]" },
        { "KLING104", "", "Title", "[|\"  a  \".Trim()|]" },
        { "KLING104", "", "Title", "[|\"abcdef\".Substring(4)|]" },
        { "KLING104", "", "Title", "[|\"abcdef\".Substring(startIndex: 1, length: 2)|]" },
        { "KLING106", "", "Code", "[|\"ab\".ToUpperInvariant()|]" },
        { "KLING106", "", "Code", "[|unknown + \"A\"|]" },
        { "KLING106", "", "Code", "[|$\"a{unknown}-b\"|]" },
        { "KLING106", "", "Code", "[|\"a-b\".Replace(\"-\", \"_\")|]" },
        { "KLING105", "var name = \"abc\";", "Title", "[|name + name + \"d\"|]" },
        { "KLING105", "var name = \"abc\";", "Title", "[|$\"{name} {name}\"|]" },
        { "KLING105", "var name = \"abc\"; var twice = name + name;", "Title", "[|twice + 'd'|]" },

        // Parts of a text are enough to know that it is too long.
        { "KLING105", "", "Title", "[|$\"{unknown} abcdefg\"|]" },
        { "KLING105", "", "Title", "[|unknown + \"abcdefg\"|]" },
        { "KLING105", "", "Title", "[|\"abcd\" + unknown + \"efg\"|]" },
        { "KLING105", "", "Title", "[|string.Concat(\"abcdefg\", unknown)|]" },
        { "KLING105", "", "Title", "[|string.Join(\", \", \"abc\", unknown, \"d\")|]" },
        { "KLING105", "", "Title", "[|$\"abcd{count:D3}efg\"|]" },
        { "KLING105", "", "Title", "[|$\"{{abc}}{count}efg\"|]" },
        { "KLING105", "var text = $\"{unknown} abcdefg\";", "Title", "[|text|]" },

        { "KLING102", "var local = 4;", "Steps", "[|local + 64|]" },
        { "KLING102", "var local = 4;", "Steps", "[|local * local|]" },
        { "KLING102", "var local = 4; var next = local + 8;", "Steps", "[|next - 1|]" },
        { "KLING101", "var local = 4;", "Steps", "[|-local|]" },
        { "KLING101", "var local = 4;", "Steps", "[|+local / 3|]" },
        { "KLING101", "var local = 4;", "Steps", "[|local % 2|]" },
        { "KLING102", "var local = 11.9;", "Steps", "[|(int)local|]" },
        { "KLING102", "var local = 12L;", "Steps", "[|(int)(local - 1)|]" },
        { "KLING102", "var local = 7m;", "Steps", "[|(int)(local * 2)|]" },
        { "KLING102", "int? local = 11;", "Steps", "[|local.Value|]" },
        { "KLING102", "int? local = 11;", "Steps", "[|local.GetValueOrDefault()|]" },
        { "KLING102", "int? local = 11;", "Steps", "local ?? 3" },
        { "KLING102", "", "Steps", "[|Math.Max(11, count)|]" },
        { "KLING102", "", "Steps", "[|Math.Max(val2: 11, val1: count)|]" },
        { "KLING101", "", "Steps", "[|Math.Min(1, count)|]" },
        { "KLING102", "", "Steps", "[|Math.Clamp(count, 11, 20)|]" },
        { "KLING101", "", "Steps", "[|Math.Clamp(min: 0, max: 1, value: count)|]" },
        { "KLING102", "", "Steps", "[|Math.Clamp(50, 2, 11)|]" },
        { "KLING102", "", "Steps", "[|Math.Abs(-11)|]" },
        { "KLING102", "", "Steps", "[|'a'|]" },
        { "KLING102", "var letter = 'a';", "Steps", "[|letter|]" },
        { "KLING102", "var text = \"abcdefghijk\";", "Steps", "[|text.Length|]" },
        { "KLING102", "var pair = (Steps: 11, Title: \"abc\");", "Steps", "[|pair.Steps|]" },
        { "KLING102", "var pair = (11, \"abc\");", "Steps", "[|pair.Item1|]" },
        { "KLING102", "(int Steps, string Title) pair = (11, \"abc\");", "Steps", "[|pair.Steps|]" },
        { "KLING102", "var (steps, title) = (11, \"abc\");", "Steps", "[|steps|]" },
        { "KLING102", "(int steps, (string, int) _) = (11, (\"abc\", 1));", "Steps", "[|steps|]" },
        { "KLING102", "var ((steps, _), title) = ((11, 2), \"abc\");", "Steps", "[|steps|]" },
        { "KLING103", "var local = 0.1;", "Beat", "[|local / 4|]" },

        { "KLING108", "", "Mode", "[|0|]" },
        { "KLING108", "", "Mode", "flag ? [|0|] : AcmeClipMode.Pro" },
        { "KLING108", "AcmeClipMode mode = 0;", "Mode", "[|mode|]" },
        { "KLING108", "AcmeClipMode? mode = 0;", "Mode", "[|mode.Value|]" },
        { "KLING108", "", "Mode", "[|new AcmeClipMode()|]" },
        { "KLING108", "var number = 1;", "Mode", "[|(AcmeClipMode)(number + 8)|]" },
        { "KLING108", "", "ModeItems", "[AcmeClipMode.Pro, [|0|]]" },
        { "KLING108", "", "ModeItems", "new AcmeClipMode[] { AcmeClipMode.Pro, [|0|] }" },

        { "KLING110", "", "Tags", "[|new string[4]|]" },
        { "KLING109", "", "Tags", "[|new string[1]|]" },
        { "KLING110", "var size = 2;", "Tags", "[|new string[size + 2]|]" },
        { "KLING110", "var tags = new string[4];", "Tags", "[|tags|]" },
        { "KLING110", "", "Tags", "[|new List<string>([\"a\", \"b\", \"c\", \"d\"])|]" },
        { "KLING110", "", "Tags", "[|new List<string>(new[] { \"a\", \"b\", \"c\" }) { \"d\" }|]" },
        { "KLING109", "", "Tags", "[|new List<string>(16) { \"a\" }|]" },
        { "KLING109", "", "Tags", "[|new List<string>()|]" },
        { "KLING110", "", "Tags", "[|new[] { \"a\", \"b\", \"c\", \"d\" }.ToKlingList()|]" },
        { "KLING110", "", "Tags", "[|new[] { \"a\", \"b\", \"c\", \"d\" }.ToList()|]" },
        { "KLING110", "", "Tags", "[|new[] { \"a\", \"b\", \"c\", \"d\" }.Select(tag => tag + unknown).ToArray()|]" },
        { "KLING110", "", "Tags", "[|Enumerable.Repeat(\"a\", 4).ToKlingList()|]" },
        { "KLING110", "", "Tags", "[|Enumerable.Range(1, 4).Select(tag => $\"{tag}\").ToArray()|]" },
        { "KLING110", "", "Tags", "[|KlingList<string>.Empty.Add(\"a\").Add(\"b\").Add(\"c\").Add(\"d\")|]" },
        { "KLING109", "", "Tags", "[|KlingList<string>.Empty.Add(\"a\")|]" },
        { "KLING110", "", "Tags", "[|ImmutableArray<string>.Empty.Add(\"a\").AddRange(new[] { \"b\", \"c\", \"d\" })|]" },
        { "KLING110", "", "Tags", "[|ImmutableArray.CreateRange(new[] { \"a\", \"b\", \"c\", \"d\" })|]" },
        { "KLING110", "var more = KlingList<string>.Empty.Add(\"a\").Add(\"b\");", "Tags", "[|more.Add(\"c\").Add(\"d\")|]" },
        { "KLING110", "", "Tags", "[|[\"a\", .. new[] { \"b\", \"c\" }, \"d\"]|]" },
        { "KLING110", "var some = new[] { \"b\", \"c\" };", "Tags", "[|[\"a\", .. some, \"d\"]|]" },
        { "KLING111", "", "Tags", "[\"a\", .. new[] { \"b\", [|\"a\"|] }]" },
        { "KLING111", "", "Tags", "[.. new[] { \"b\", [|\"b\"|] }]" },
        { "KLING111", "KlingList<string> some = [\"a\"];", "Tags", "[\"a\", .. [|some|]]" },
        { "KLING111", "", "Tags", "new[] { \"a\", [|\"a\"|] }.ToKlingList()" },
        { "KLING111", "", "Tags", "KlingList<string>.Empty.Add(\"a\").Add([|\"a\"|])" },
        { "KLING111", "var tag = \"a\";", "Tags", "[\"ab\", [|tag + \"b\"|]]" },
        { "KLING102", "", "StepsItems", "[3, .. new[] { 4, [|11|] }]" },
        { "KLING102", "", "StepsItems", "new List<int>([3, [|11|]])" },
        { "KLING102", "", "StepsItems", "KlingList<int>.Empty.Add([|11|])" },
        { "KLING105", "", "Title", "[|string.Format(\"{0} abcdefg {1:D3}\", count, unknown)|]" },
        { "KLING105", "", "Title", "[|string.Format(System.Globalization.CultureInfo.InvariantCulture, \"abcdefg {0}\", count)|]" },
        { "KLING105", "", "Title", "[|string.Concat(Enumerable.Repeat(\"very \", 200))|]" },
        { "KLING105", "", "Title", "[|string.Join(\" \", Enumerable.Repeat(\"very\", 2))|]" },
        { "KLING111", "var tags = new[] { \"a\", \"a\" };", "Tags", "[|tags|]" },
        { "KLING110", "var tags = new List<string> { \"a\", \"b\", \"c\", \"d\" };", "Tags", "[|tags|]" },
        { "KLING109", "List<string> tags = [\"a\"]; _ = tags.Count;", "Tags", "[|tags|]" },
        { "KLING102", "var steps = new[] { 3, 11 }; _ = steps[0];", "StepsItems", "[|steps|]" },
        { "KLING102", "var steps = new List<int> { 3, 11 }; foreach (var step in steps) { _ = step; }", "StepsItems", "[.. [|steps|]]" },
        { "KLING107", "", "Link", "[|new Uri(uriString: \"clip.png\", uriKind: UriKind.Relative)|]" },
        { "KLING107", "", "Link", "[|new Uri(uriKind: UriKind.Relative, uriString: \"clip.png\")|]" },
        { "KLING107", "var name = \"clip\";", "Link", "[|new Uri(name + \".png\", UriKind.Relative)|]" },
        { "KLING107", "var path = \"a b\";", "Link", "[|new Uri($\"https://h/{path}\")|]" },
        { "KLING102", "", "Steps", "[|(int)TimeSpan.FromSeconds(12).TotalSeconds|]" },
        { "KLING102", "var length = TimeSpan.FromMinutes(1);", "Steps", "[|(int)length.TotalSeconds|]" },
        { "KLING102", "", "Ratio", "[|TimeSpan.FromMilliseconds(value: 1500).TotalSeconds|]" },
        { "KLING101", "", "Ratio", "[|TimeSpan.Zero.TotalSeconds|]" },
        { "KLING102", "", "Steps", "flag ? [|(int)TimeSpan.FromHours(1).TotalMinutes|] : 3" },
        { "KLING102", "", "Steps", "count switch { 0 => [|LongWait.Seconds|], _ => 3 }" },
        { "KLING101", "", "Steps", "[|new int()|]" },
        { "KLING101", "", "Steps", "[|new()|]" },
        { "KLING102", "var power = 8;", "Steps", "[|power | 3|]" },
        { "KLING102", "var size = 3.2;", "Steps", "[|(int)Math.Pow(size, 3)|]" },
        { "KLING102", "var size = 10.6;", "Steps", "[|(int)Math.Round(size)|]" },
        { "KLING102", "", "Steps", "[|LongSteps|]" },
        { "KLING104", "", "Title", "[|ShortTitle|]" },
        { "KLING104", "", "Title", "[|Program.ShortTitle|]" },
        { "KLING105", "", "Title", "[|Guid.NewGuid().ToString()|]" },
        { "KLING105", "", "Title", "[|Guid.NewGuid().ToString(\"N\")|]" },
        { "KLING105", "", "Title", "[|$\"{Guid.NewGuid():N}\"|]" },
        { "KLING107", "var link = new Uri(\"clip.png\", UriKind.Relative);", "Link", "[|link|]" },
    };

    /// <summary>The same where it is right, or where it can be.</summary>
    public static TheoryData<string, string, string> Right => new()
    {
        { "", "Title", "new string('a', 6)" },
        { "", "Steps", "(int)TimeSpan.FromSeconds(count).TotalSeconds" },
        { "", "Steps", "(int)TimeSpan.FromSeconds(9).TotalSeconds" },
        { "var length = TimeSpan.FromMinutes(1); length = TimeSpan.FromSeconds(count);", "Steps", "(int)length.TotalSeconds" },
        { "", "Steps", "(int)Math.Round(9.6)" },
        { "", "Steps", "FewSteps" },
        { "", "Steps", "AnySteps" },
        { "", "Steps", "OwnSteps" },
        { "", "Steps", "new Other().Steps" },
        { "", "Title", "Guid.NewGuid().ToString()[..6]" },
        { "", "Title", "$\"{DateTime.UtcNow:yyyy}\"" },
        { "", "Title", "new string('a', count)" },
        { "", "Title", "new string(new[] { 'a', 'b' })" },
        { "", "Title", "string.Concat(\"abc\", \"def\")" },
        { "", "Title", "string.Concat(\"a\", unknown)" },
        { "", "Title", "string.Concat(texts)" },
        { "", "Title", "string.Join(\", \", texts)" },
        { "", "Title", "string.Join(\", \", \"ab\", \"cd\")" },
        { "", "Title", "$\"{unknown} abc\"" },
        { "", "Title", "$\"{unknown}\"" },
        { "", "Title", "$\"{flag}\"" },
        { "", "Title", "$\"{AcmeClipMode.Std}\"" },
        { "", "Title", "\"m\" + AcmeClipMode.Std" },
        { "var mode = AcmeClipMode.Std;", "Title", "mode.ToString()" },
        { "", "Title", "$\"{{a}}\"" },
        { "", "Title", "$\"{7,3}\"" },
        { "", "Title", "$\"{7:D3}\"" },
        { "object number = 7;", "Title", "$\"{number}ab\"" },
        { "", "Title", "count.ToString()" },
        { "var text = \"abcdefg\"; text = unknown;", "Title", "text" },
        { "var text = \"abcdefg\"; if (flag) { text += \"x\"; }", "Title", "text.Substring(1)" },
        { "", "Title", "unknown.PadLeft(9)" },
        { "", "Title", "\"abcdefg\".Substring(1)" },
        { "", "Title", "\"abcdefg\".Remove(3)" },
        { "", "Code", "unknown + \"a\"" },
        { "var local = 4;", "Steps", "local + 6" },
        { "var local = 4; local++;", "Steps", "local + 64" },
        { "var local = count;", "Steps", "local + 64" },
        { "var local = flag ? 1 : 8;", "Steps", "local + 2" },
        { "int? local = null; if (flag) { local = 64; }", "Steps", "local.Value" },
        { "", "Steps", "Math.Max(2, count)" },
        { "", "Steps", "Math.Min(10, count)" },
        { "", "Steps", "Math.Min(20, count)" },
        { "", "Steps", "Math.Max(1, count)" },
        { "", "Steps", "Math.Clamp(count, 2, 10)" },
        { "", "Steps", "Math.Clamp(count, 0, 64)" },
        { "", "Steps", "Math.Clamp(count, count, 64)" },
        { "", "Steps", "Math.Abs(count)" },
        { "", "Steps", "Math.Sign(count)" },
        { "var local = int.MaxValue;", "Steps", "unchecked(local + int.MinValue + 6)" },
        { "var zero = 0;", "Steps", "5 / zero" },
        { "var pair = (Steps: 11, Title: \"abc\"); pair.Steps = 5;", "Steps", "pair.Steps" },
        { "var pair = (Steps: 11, Title: \"abc\"); pair = (5, \"abc\");", "Steps", "pair.Steps" },
        { "var pair = Pair();", "Steps", "pair.Steps" },
        { "var (steps, title) = Pair();", "Steps", "steps" },
        { "var (steps, title) = (5, \"abc\");", "Steps", "steps" },
        { "var local = 0.1;", "Beat", "local * 2" },
        { "var number = 1;", "Mode", "(AcmeClipMode)(number + count)" },
        { "", "Tags", "new string[3]" },
        { "", "Tags", "new string[count]" },
        { "", "Tags", "new List<string>(texts)" },
        { "", "Tags", "new List<string>(texts) { \"a\" }" },
        { "", "Tags", "new List<string>([\"a\", \"b\"])" },
        { "", "Tags", "texts.ToKlingList()" },
        { "", "Tags", "texts.Where(text => flag).ToArray()" },
        { "", "Tags", "new[] { \"a\", \"b\", \"c\", \"d\" }.Where(text => flag).ToArray()" },
        { "", "Tags", "new[] { \"a\", \"b\", \"c\", \"d\" }.Take(2).ToArray()" },
        { "", "Tags", "new[] { \"a\", \"b\", \"a\" }.Distinct().ToArray()" },
        { "", "Tags", "new[] { \"a\", \"b\" }.Concat(texts).ToArray()" },
        { "", "Tags", "KlingList<string>.Empty.Add(\"a\").Add(\"b\")" },
        { "KlingList<string> all = KlingList<string>.Empty; foreach (var text in texts) { all = all.Add(text); }", "Tags", "all" },
        { "", "Tags", "texts.ToKlingList().Add(\"a\")" },
        { "", "Tags", "Enumerable.Repeat(\"a\", count).ToArray()" },
        { "var some = new[] { \"a\", \"b\" }; some[1] = \"c\";", "Tags", "[.. some, \"b\"]" },
        { "var some = new[] { 11, 3 }; some[0] = 4;", "StepsItems", "[.. some]" },
        { "var some = new[] { 11, 3 }; some[0] = 4;", "StepsItems", "some.ToKlingList()" },
        { "", "Title", "string.Format(unknown, 1)" },
        { "", "Title", "string.Format(\"{0} {1:D3}\", count, unknown)" },
        { "", "Title", "string.Concat(Enumerable.Repeat(\"very\", count))" },
        { "", "Title", "string.Concat(Enumerable.Repeat(unknown, 200))" },
        { "var tags = new[] { \"a\", \"a\" }; tags[1] = \"b\";", "Tags", "tags" },
        { "var tags = new[] { \"a\", \"a\" }; Change(tags);", "Tags", "tags" },
        { "var tags = new[] { \"a\", \"a\" }; tags.AsSpan().Fill(unknown);", "Tags", "tags" },
        { "var tags = new[] { \"a\", \"a\" }; foreach (ref var tag in tags.AsSpan()) { tag = unknown; }", "Tags", "tags" },
        { "var tags = new List<string> { \"a\" }; tags.Add(\"b\");", "Tags", "tags" },
        { "var tags = new List<string> { \"a\", \"b\", \"c\", \"d\" }; tags.Clear(); tags.AddRange(texts);", "Tags", "tags" },
        { "var tags = new List<string> { \"a\", \"b\", \"c\", \"d\" }; var same = tags; same.Clear();", "Tags", "tags" },
        { "var tags = new List<string> { \"a\", \"b\", \"c\", \"d\" }; Action clear = tags.Clear; clear();", "Tags", "tags" },
        { "List<string> tags = new(); if (flag) { tags = new() { \"a\", \"b\" }; }", "Tags", "tags" },
        { "var tags = new[] { \"a\" }; tags[0] = \"b\";", "Tags", "[\"a\", .. tags]" },
        { "", "Link", "new Uri($\"https://h/{unknown}\")" },
        { "", "Link", "new Uri(new Uri(\"https://h/\"), \"a b\")" },
        { "", "Link", "new Uri(relativeUri: \"a b\", baseUri: new Uri(\"https://h/\"))" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_value_that_is_invalid_in_any_case_is_reported(string id, string local, string property, string value)
    {
        string marked = value.Contains("[|", StringComparison.Ordinal) ? value : value.Replace("local", "[|local|]", StringComparison.Ordinal);
        await Verify(id, local, $"_ = new AcmeClipRequest {{ Prompt = \"x\", {property} = {marked} }};");
        await Verify(id, local, $"_ = request with {{ {property} = {marked} }};");
        await Verify(id, local, $"builder.With{property}(value: {marked});");
        await Verify(id, local, $"builder.With{property}({marked}).Build();");
    }

    [Theory]
    [MemberData(nameof(Right))]
    public async Task A_value_that_can_be_valid_is_not_reported(string local, string property, string value)
    {
        await Verify("", local, $"_ = new AcmeClipRequest {{ Prompt = \"x\", {property} = {value} }};");
        await Verify("", local, $"builder.With{property}({value}).Build();");
    }

    [Theory]
    [InlineData("private static readonly int A = B + 1; private static readonly int B = A + 1;")]
    [InlineData("private static readonly int A = B + B; private static readonly int B = C + C; private static readonly int C = A * A;")]
    [InlineData("private static readonly int A = (A, 2).Item1;")]
    public Task Fields_that_depend_on_each_other_are_unknown(string members) => Verify("", "", "_ = request with { Steps = A };", members);

    [Theory]
    [InlineData("Title = $\"{unknown}abcdefg\"", "The text has at least 7 characters; 'Title' must have at most 6 characters")]
    [InlineData("Steps = Math.Max(count, 11)", "11 is too large for 'Steps': the value must be at most 10")]
    [InlineData("Tags = new string[4]", "The list has 4 elements; 'Tags' must have at most 3 elements")]
    public async Task A_message_shows_the_known_part_of_a_value(string assignment, string message)
    {
        Diagnostic found = Assert.Single(await AnalyzerHarness.Run(Program("", $"_ = request with {{ {assignment} }};", "")));
        Assert.Equal(message, AnalyzerHarness.Message(found));
    }

    private static Task<IReadOnlyList<Diagnostic>> Verify(string id, string local, string use, string members = "") => AnalyzerHarness.Verify(id, Program(local, use, members));

    private static string Program(string local, string use, string members) => $$"""
        internal static class Program
        {
            {{members}}
            private static (int Steps, string Title) Pair() => (11, "a");
            private static void Change(string[] texts) => texts[0] = "b";
            private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(12);
            private static int LongSteps => 11; private static string ShortTitle { get; } = "a";
            private static int FewSteps => 3; private static int AnySteps { get; set; } = 11; private static int OwnSteps => AnySteps > 3 ? AnySteps : 4;
            private class Other { public virtual int Steps => 11; }
            internal static void Run(AcmeClipRequest request, AcmeClipRequestBuilder builder, string[] texts, string unknown, bool flag, int count)
            {
                {{local}}
                {{use}}
            }
        }
        """;
}
