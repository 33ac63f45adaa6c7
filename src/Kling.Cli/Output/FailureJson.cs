using System.Text.Json;

namespace Kling.Cli;

/// <summary>Errors and violations as JSON.</summary>
internal static class FailureJson
{
    public static void Write(Utf8JsonWriter writer, CliFailure failure)
    {
        writer.WriteStartObject();
        writer.WriteNumber("exit_code", failure.ExitCode);
        writer.WriteString("message", failure.Message);
        writer.WriteString("request_id", failure.RequestId);
        writer.WriteString("token", failure.Token);
        writer.WriteStartArray("details");
        foreach (string detail in failure.Details)
        {
            writer.WriteStringValue(detail);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("violations");
        Write(writer, failure.Violations);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<KlingViolation> violations)
    {
        writer.WriteStartArray();
        foreach (KlingViolation violation in violations)
        {
            writer.WriteStartObject();
            writer.WriteString("path", violation.Path);
            writer.WriteString("keyword", violation.Keyword);
            writer.WriteString("limit", violation.Limit);
            writer.WriteString("actual", violation.Actual);
            writer.WriteString("message", violation.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
