using System.Text.Json;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>minimum</c>. Numbers are compared as 64-bit integers or doubles. Values that are not numbers are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="limitToken">The minimum value, as the schema writes it.</param>
    public void Minimum(JsonElement json, string limitToken)
    {
        if (Compare(json, limitToken) < 0)
        {
            ReportBound("minimum", JsonText.Describe(json), limitToken);
        }
    }

    /// <summary><c>maximum</c>. Numbers are compared as 64-bit integers or doubles. Values that are not numbers are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="limitToken">The maximum value, as the schema writes it.</param>
    public void Maximum(JsonElement json, string limitToken)
    {
        if (Compare(json, limitToken) > 0)
        {
            ReportBound("maximum", JsonText.Describe(json), limitToken);
        }
    }

    /// <summary>
    /// <c>exclusiveMinimum</c>. Numbers are compared as 64-bit integers or doubles. Values that are not numbers are ignored.
    /// </summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="limitToken">The value that the number must be more than, as the schema writes it.</param>
    public void ExclusiveMinimum(JsonElement json, string limitToken)
    {
        if (Compare(json, limitToken) <= 0)
        {
            ReportBound("exclusiveMinimum", JsonText.Describe(json), limitToken);
        }
    }

    /// <summary>
    /// <c>exclusiveMaximum</c>. Numbers are compared as 64-bit integers or doubles. Values that are not numbers are ignored.
    /// </summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="limitToken">The value that the number must be less than, as the schema writes it.</param>
    public void ExclusiveMaximum(JsonElement json, string limitToken)
    {
        if (Compare(json, limitToken) >= 0)
        {
            ReportBound("exclusiveMaximum", JsonText.Describe(json), limitToken);
        }
    }

    /// <summary><c>multipleOf</c>. The check is exact for numbers of any size. Values that are not numbers are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="limitToken">The divisor, as the schema writes it.</param>
    public void MultipleOf(JsonElement json, string limitToken)
    {
        if (json.ValueKind is JsonValueKind.Number && !JsonNumber.IsMultipleOf(json.GetRawText(), limitToken))
        {
            ReportMultipleOf(JsonText.Describe(json), limitToken);
        }
    }

    private static int? Compare(JsonElement json, string limitToken) =>
        json.ValueKind is JsonValueKind.Number ? JsonNumber.Compare(json, limitToken) : null;
}
