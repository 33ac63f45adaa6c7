namespace Kling;

/// <summary>How much of what a model's page says about the parameters is in the schema (<c>x-status</c>).</summary>
public enum KlingModelStatus
{
    /// <summary>The schema does not say. This is the default if the schema has no <c>x-status</c>.</summary>
    Unknown,

    /// <summary>
    /// The page could be read only in part. Parameters, allowed values, limits or defaults may be missing; the schema's <c>$comment</c> says
    /// which. Missing parameters can be sent as additional parameters.
    /// </summary>
    Partial,

    /// <summary>All that the page says about the parameters is in the schema.</summary>
    Complete,
}
