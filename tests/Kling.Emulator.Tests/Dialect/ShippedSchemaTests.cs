using System.Text.Json;

namespace Kling.Emulator.Tests.Dialect;

/// <summary>The shipped files against the models' pages, parameter by parameter: a slip of the pen in a file fails here.</summary>
public sealed class ShippedSchemaTests
{
    private const string Common = "$schema \"./kling-model.schema.json\"";

    private const string Cost = """x-cost {"range":[0.63,5.25]}""";

    private const string Duration =
        """
        duration: string, default "5", enum ["3","4","5","6","7","8","9","10","11","12","13","14","15"], x-enum-names ["Seconds3","Seconds4","Seconds5","Seconds6","Seconds7","Seconds8","Seconds9","Seconds10","Seconds11","Seconds12","Seconds13","Seconds14","Seconds15"]
        """;

    private const string AspectRatio =
        """
        aspect_ratio: string, default "16:9", enum ["16:9","9:16","1:1"], x-enum-names ["Landscape16x9","Portrait9x16","Square1x1"]
        """;

    private const string Mode =
        """
        mode: string, default "pro", enum ["std","pro"], x-enum-names ["Standard","Pro"]
        """;

    public static TheoryData<string, string> Facts => new()
    {
        {
            "kling-o3-image2video",
            $"""
            file: object, {Common}, title "Kling O3 Image To Video", {Cost}, x-output "video", x-retrieved "2026-11-21", x-source "https://www.segmind.com/models/kling-o3-image2video", x-status "complete", x-typical-cost 1.84, x-typical-seconds 190.46
            file.image_url: string required, format "uri"
            file.prompt: string required
            file.{Duration}
            file.end_image_url: string, format "uri"
            file.generate_audio: boolean, default false
            file.{Mode}
            file.multi_prompt: array
            file.multi_prompt[]: object
            file.multi_prompt[].prompt: string
            file.multi_prompt[].duration: string
            file.shot_type: string, default "customize"
            """
        },
        {
            "kling-3-pro-image2video",
            $$"""
            file: object, {{Common}}, title "Kling 3.0 Pro Image-to-Video", x-output "video", x-retrieved "2026-11-21", x-source "https://www.segmind.com/models/kling-3-pro-image2video", x-status "complete", x-typical-cost 1.94, x-typical-seconds 291.36
            file.prompt: string required, x-references [{"marker":"@Element{n}","list":"elements"},{"marker":"<<<voice_{n}>>>","list":"voice_ids"}]
            file.start_image_url: string required, format "uri"
            file.{{AspectRatio}}
            file.cfg_scale: number, default 0.5, maximum 1, minimum 0
            file.{{Duration}}
            file.elements: array, maxItems 3
            file.elements[]: object
            file.elements[].frontal_image_url: string, format "uri"
            file.elements[].reference_image_urls: array, maxItems 3
            file.elements[].reference_image_urls[]: string
            file.end_image_url: string, format "uri"
            file.generate_audio: boolean, default true
            file.multi_prompt: array, maxItems 5
            file.multi_prompt[]: object
            file.multi_prompt[].prompt: string required, maxLength 512
            file.multi_prompt[].duration: string, default "5"
            file.negative_prompt: string, default "blur, distort, and low quality"
            file.shot_type: string, default "customize"
            file.voice_ids: array, maxItems 2
            file.voice_ids[]: string
            """
        },
        {
            "kling-o1-image-to-video",
            $"""
            file: object, {Common}, title "Kling O1 Image 2 Video", x-output "video", x-retrieved "2026-11-21", x-source "https://www.segmind.com/models/kling-o1-image-to-video", x-status "complete", x-typical-cost 0.91, x-typical-seconds 144.54
            file.prompt: string required
            file.start_image_url: string required, format "uri"
            file.duration: integer, default 5, enum [5,10], x-enum-names ["Seconds5","Seconds10"]
            file.end_image_url: string, format "uri"
            """
        },
        {
            "kling-o3-text2video",
            $"""
            file: object, {Common}, title "Kling O3 Text-to-Video", {Cost}, x-output "video", x-retrieved "2026-11-21", x-source "https://www.segmind.com/models/kling-o3-text2video", x-status "complete", x-typical-cost 2.34, x-typical-seconds 152.69
            file.prompt: string required
            file.{AspectRatio}
            file.cfg_scale: number, default 0.5, maximum 1, minimum 0
            file.{Duration}
            file.generate_audio: boolean, default false
            file.{Mode}
            file.multi_prompt: array
            file.multi_prompt[]: object
            file.multi_prompt[].prompt: string
            file.multi_prompt[].duration: string
            file.negative_prompt: string, default "blur, distort, and low quality"
            file.shot_type: string, default "customize"
            file.voice_ids: array
            file.voice_ids[]: string
            """
        },
        {
            "kling-o3-video2video-edit",
            $$"""
            file: object, {{Common}}, title "Kling O3 Video To Video Edit", x-cost {"range":[0.945,6.3]}, x-output "video", x-retrieved "2026-11-21", x-source "https://www.segmind.com/models/kling-o3-video2video-edit", x-status "complete", x-typical-cost 2.31, x-typical-seconds 210.2
            file.prompt: string required, x-references [{"marker":"@Element{n}","list":"elements"},{"marker":"@Image{n}","list":"image_urls"}]
            file.video_url: string required, format "uri"
            file.{{AspectRatio}}
            file.{{Duration}}
            file.elements: array, maxItems 10
            file.elements[]: object
            file.elements[].frontal_image_url: string, format "uri"
            file.elements[].reference_image_urls: array, maxItems 3
            file.elements[].reference_image_urls[]: string
            file.image_urls: array
            file.image_urls[]: string
            file.keep_audio: boolean, default false
            file.{{Mode}}
            file.shot_type: string, default "customize"
            """
        },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_shipped_schema_matches_the_page_of_its_model(string slug, string facts) =>
        Assert.Equal(facts, SchemaOutline.Of(SchemaFolder.Read($"{slug}.json")));

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_shipped_schema_describes_the_model_and_every_parameter(string slug, string facts)
    {
        using var document = JsonDocument.Parse(SchemaFolder.Read($"{slug}.json"));

        int described = Descriptions(document.RootElement).Count(static text => text.EndsWith('.'));

        // A list of plain strings is described as a whole, not once more at its items.
        Assert.Equal(facts.Split('\n').Count(static line => !line.EndsWith("[]: string", StringComparison.Ordinal)), described);
    }

    private static IEnumerable<string> Descriptions(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(static member =>
            member.NameEquals("description") ? [member.Value.GetString()!] : Descriptions(member.Value)),
        _ => [],
    };
}
