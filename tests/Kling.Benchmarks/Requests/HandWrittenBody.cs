using System.Text.Json;
using Kling.Models;

namespace Kling.Benchmarks.Requests;

/// <summary>What somebody writes who has one model and no generator: the same JSON from the same values.</summary>
internal static class HandWrittenBody
{
    public static void Write(Utf8JsonWriter writer, Kling3ProImage2VideoRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString("prompt"u8, request.Prompt);
        writer.WriteString("start_image_url"u8, request.StartImageUrl.OriginalString);
        WriteSettings(writer, request);
        if (request.Elements is not null)
        {
            WriteElements(writer, request.Elements);
        }

        if (request.EndImageUrl is not null)
        {
            writer.WriteString("end_image_url"u8, request.EndImageUrl.OriginalString);
        }

        if (request.IsSet("generate_audio"))
        {
            writer.WriteBoolean("generate_audio"u8, request.GenerateAudio);
        }

        if (request.MultiPrompt is not null)
        {
            WriteShots(writer, request.MultiPrompt);
        }

        WriteTexts(writer, request);
        writer.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter writer, Kling3ProImage2VideoRequest request)
    {
        if (request.IsSet("aspect_ratio"))
        {
            writer.WriteString("aspect_ratio"u8, request.AspectRatio switch
            {
                Kling3ProImage2VideoAspectRatio.Landscape16x9 => "16:9"u8,
                Kling3ProImage2VideoAspectRatio.Portrait9x16 => "9:16"u8,
                _ => "1:1"u8,
            });
        }

        if (request.IsSet("cfg_scale"))
        {
            writer.WriteNumber("cfg_scale"u8, request.CfgScale);
        }

        if (request.IsSet("duration"))
        {
            writer.WriteString("duration"u8, request.Duration switch
            {
                Kling3ProImage2VideoDuration.Seconds3 => "3"u8,
                Kling3ProImage2VideoDuration.Seconds4 => "4"u8,
                Kling3ProImage2VideoDuration.Seconds5 => "5"u8,
                Kling3ProImage2VideoDuration.Seconds6 => "6"u8,
                Kling3ProImage2VideoDuration.Seconds7 => "7"u8,
                Kling3ProImage2VideoDuration.Seconds8 => "8"u8,
                Kling3ProImage2VideoDuration.Seconds9 => "9"u8,
                Kling3ProImage2VideoDuration.Seconds10 => "10"u8,
                Kling3ProImage2VideoDuration.Seconds11 => "11"u8,
                Kling3ProImage2VideoDuration.Seconds12 => "12"u8,
                Kling3ProImage2VideoDuration.Seconds13 => "13"u8,
                Kling3ProImage2VideoDuration.Seconds14 => "14"u8,
                _ => "15"u8,
            });
        }
    }

    private static void WriteElements(Utf8JsonWriter writer, KlingList<Kling3ProImage2VideoElement> elements)
    {
        writer.WriteStartArray("elements"u8);
        foreach (Kling3ProImage2VideoElement element in elements)
        {
            writer.WriteStartObject();
            if (element.FrontalImageUrl is not null)
            {
                writer.WriteString("frontal_image_url"u8, element.FrontalImageUrl.OriginalString);
            }

            if (element.ReferenceImageUrls is not null)
            {
                WriteList(writer, "reference_image_urls"u8, element.ReferenceImageUrls);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteShots(Utf8JsonWriter writer, KlingList<Kling3ProImage2VideoMultiPromptItem> shots)
    {
        writer.WriteStartArray("multi_prompt"u8);
        foreach (Kling3ProImage2VideoMultiPromptItem shot in shots)
        {
            writer.WriteStartObject();
            writer.WriteString("prompt"u8, shot.Prompt);
            if (shot.IsSet("duration"))
            {
                writer.WriteString("duration"u8, shot.Duration);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter writer, Kling3ProImage2VideoRequest request)
    {
        if (request.IsSet("negative_prompt"))
        {
            writer.WriteString("negative_prompt"u8, request.NegativePrompt);
        }

        if (request.IsSet("shot_type"))
        {
            writer.WriteString("shot_type"u8, request.ShotType);
        }

        if (request.VoiceIds is not null)
        {
            WriteList(writer, "voice_ids"u8, request.VoiceIds);
        }
    }

    private static void WriteList(Utf8JsonWriter writer, ReadOnlySpan<byte> name, KlingList<string> items)
    {
        writer.WriteStartArray(name);
        foreach (string item in items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }
}
