namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>What one judge says.</summary>
/// <param name="IsValid">Whether the request is valid; <see langword="null"/> if the judge says neither.</param>
/// <param name="Text">Why.</param>
internal sealed record Verdict(bool? IsValid, string Text)
{
    public override string ToString() => IsValid switch
    {
        true => "valid",
        false => "not valid: " + Text,
        _ => "no verdict: " + Text,
    };
}
