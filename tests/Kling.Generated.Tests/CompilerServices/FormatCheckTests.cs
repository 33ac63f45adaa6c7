using System.Text.Json;
using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

public sealed class FormatCheckTests
{
    public static TheoryData<string> Checked => [.. FormatTable.Formats];

    public static TheoryData<string> Formats => [.. FormatTable.Formats, "phone"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_text_has_the_format(string format) => Assert.All(FormatTable.Of(format), row =>
    {
        Checking.Expect(row.IsValid, "format", JsonSerializer.Serialize(row.Text), (value, ref validation) => validation.Format(value, format));
        var typed = default(KlingValidation);
        typed.Format(row.Text, format);
        Assert.Equal(row.IsValid ? 0 : 1, typed.Count);
    });

    [Theory]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_format_applies_to_strings_only(string json) =>
        Checking.Expect(isValid: true, "format", json, static (value, ref validation) => validation.Format(value, "date"));

    [Theory]
    [MemberData(nameof(Checked))]
    public void A_lone_surrogate_does_not_have_any_format(string format) =>
        Checking.Expect(isValid: false, "format", "\"\\ud800\"", (value, ref validation) => validation.Format(value, format));

    [Fact]
    public void A_violation_of_a_format_says_how_to_write_the_value() =>
        Assert.Equal(
            "\"31.01.2026\" is not a date (RFC 3339). Write it as in 2026-01-31.",
            Checking.One("\"31.01.2026\"", static (value, ref validation) => validation.Format(value, "date")).Message);

    [Theory]
    [InlineData("a.png", "Begin with a scheme, as in https://example.com/image.png. Upload a local file with client.Files.")]
    [InlineData("C:\\a.png", "One letter and a colon are a local drive. Upload a local file with client.Files.")]
    [InlineData(" https://h/", "Remove the white space around it.")]
    [InlineData("https://h/a\n", "Remove the white space around it.")]
    [InlineData("https://h/a b.png", "Percent-encode ' ' at character 12 as %20.")]
    [InlineData("https://h/a|b", "Percent-encode '|' at character 12 as %7C.")]
    [InlineData("https://h/é", "Percent-encode 'é' at character 11 as %C3%A9.")]
    [InlineData("https://h/?😀", "Percent-encode '😀' at character 12 as %F0%9F%98%80.")]
    [InlineData("https://h/\u0001", "Percent-encode U+0001 at character 11 as %01.")]
    [InlineData("https://h/\u202e", "Percent-encode U+202E at character 11 as %E2%80%AE.")]
    [InlineData("https://h/#a#b", "Percent-encode '#' at character 13 as %23.")]
    [InlineData("https://h/%zz", "Two hexadecimal digits must follow the '%' at character 11. Percent-encode '%' itself as %25.")]
    [InlineData("https://h/a\\b", "Write '/' instead of '\\' at character 12.")]
    [InlineData("https:h", "Write '//' after 'https:'.")]
    [InlineData("https://", "Name a host, as in https://example.com/image.png.")]
    [InlineData("https://exa mple.com", "The host 'exa mple.com' must be a DNS name or an IP address. Write a non-ASCII name as xn--… (Punycode).")]
    [InlineData("https://[::1", "The host '[::1' must be an IPv6 address in brackets, as in [::1].")]
    [InlineData("https://h:99999", "The port '99999' must be a number from 0 to 65535.")]
    public void A_violation_of_the_format_uri_says_what_to_change(string text, string advice) => Assert.Equal(
        $"\"{text}\" is not an absolute URI (RFC 3986). {advice}",
        Checking.One(JsonSerializer.Serialize(text), static (value, ref validation) => validation.Format(value, "uri")).Message);

    [Fact]
    public void A_uri_that_is_too_long_is_refused_for_its_length() => Assert.EndsWith(
        "…\" is not an absolute URI (RFC 3986). It has 70000 characters; the maximum is 65519. Upload a file with client.Files instead of sending a data URL.",
        Checking.One(JsonSerializer.Serialize("data:,".PadRight(70_000, 'a')), static (value, ref validation) => validation.Format(value, "uri")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("a b", "Percent-encode ' ' at character 2 as %20.")]
    [InlineData("1:b", "Only a scheme may precede the first ':'. Percent-encode ':' as %3A.")]
    [InlineData("C:\\a.png", "One letter and a colon are a local drive. Upload a local file with client.Files.")]
    public void A_violation_of_the_format_uri_reference_says_what_to_change(string text, string advice) => Assert.Equal(
        $"\"{text}\" is not a URI reference (RFC 3986). {advice}",
        Checking.One(JsonSerializer.Serialize(text), static (value, ref validation) => validation.Format(value, "uri-reference")).Message);

    [Fact]
    public void Every_valid_uri_fits_into_Uri_and_is_sent_unchanged() => Assert.All(UriRows.Valid, static text =>
    {
        Assert.Equal(text, new Uri(text).OriginalString);
        var validation = default(KlingValidation);
        KlingTypes.Instance.Uri().Validate(new Uri(text), ref validation);
        Assert.Equal(0, validation.Count);
    });
}
