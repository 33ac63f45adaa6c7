using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.CompilerServices;
using Kling.Emulator;
using Kling.SourceGenerator.Tests.Models;
using Kling.Tests;

namespace Kling.SourceGenerator.Tests.Formats;

/// <summary>The rule of a format is written twice: once for the generator and the runtime, once for the emulator. Both agree on texts near the grammar.</summary>
public sealed class RandomTextTests
{
    private const int Texts = 4_000;

    private static readonly SchemaJudge Emulator = new(FormatsRequest.Model.Schema);

    public static TheoryData<string> Formats => [.. FormatTable.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_types_and_the_judge_agree_on_random_texts_some_of_which_are_valid(string format)
    {
        var texts = new RandomText(Seed.Next(out string hint));
        int valid = 0;
        for (int i = 0; i < Texts; i++)
        {
            string text = texts.Near(format);
            string body = new JsonObject { [format] = text }.ToJsonString();
            using var json = JsonDocument.Parse(body);
            bool isValid = FormatsRequest.TryParse(json.RootElement, out FormatsRequest? request, out IReadOnlyList<KlingViolation> violations);
            IReadOnlyList<KlingViolation> judged = Emulator.Judge(json.RootElement);

            Assert.True(isValid == (judged.Count == 0), $"{body}\nTryParse: {string.Join("; ", violations)}\nEmulator: {string.Join("; ", judged)}\n{hint}");
            Assert.Equal(isValid, Kling.Formats.TextFormat.Fault(format, text) is null);
            if (request is not null)
            {
                Assert.Empty(request.Validate());
                Assert.Equal(text, JsonNode.Parse(request.ToJson())![format]!.GetValue<string>());
                valid++;
            }
        }

        Assert.InRange(valid, 1, Texts - (Texts / 10));
    }

    [Fact]
    public void A_Uri_is_validated_by_its_original_text()
    {
        var texts = new RandomText(Seed.Next(out string hint));
        int refused = 0;
        for (int i = 0; i < Texts; i++)
        {
            string text = texts.Near("uri");
            if (UriRows.Held(text) is { } uri)
            {
                var typed = default(KlingValidation);
                typed.Format(JsonSerializer.SerializeToElement(uri.OriginalString), "uri");
                bool isValid = Emulator.Judge(new JsonObject { ["uri"] = text }.ToJsonString()).Count == 0;
                Assert.True(isValid == (typed.Count == 0), $"{text}\n{hint}");
                refused += isValid ? 0 : 1;
            }
        }

        Assert.InRange(refused, Texts / 100, Texts);
    }
}
