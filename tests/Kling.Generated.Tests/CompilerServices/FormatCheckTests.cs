using System.Text.Json;
using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

public sealed class FormatCheckTests
{
    [Theory]
    [InlineData("uri", "https://example.com/a.png", true)]
    [InlineData("uri", "urn:isbn:0451450523", true)]
    [InlineData("uri", "/a.png", false)]
    [InlineData("uri", "https://", false)]
    [InlineData("uri", "", false)]
    [InlineData("uri-reference", "https://example.com/a.png?b=1#c", true)]
    [InlineData("uri-reference", "../a%20b.png", true)]
    [InlineData("uri-reference", "//example.com/a:b", true)]
    [InlineData("uri-reference", "", true)]
    [InlineData("uri-reference", "a b", false)]
    [InlineData("uri-reference", "a%2", false)]
    [InlineData("uri-reference", "a%zz", false)]
    [InlineData("uri-reference", "\\\\server\\share", false)]
    [InlineData("uri-reference", "#a#b", false)]
    [InlineData("uri-reference", "1:b", false)]
    [InlineData("uri-reference", "é", false)]
    [InlineData("date-time", "2026-01-31T12:00:00Z", true)]
    [InlineData("date-time", "2026-01-31t12:00:00.123456789012z", true)]
    [InlineData("date-time", "2026-01-31T12:00:00+05:30", true)]
    [InlineData("date-time", "1998-12-31T23:59:60Z", true)]
    [InlineData("date-time", "1998-12-31T15:59:60.5-08:00", true)]
    [InlineData("date-time", "1998-12-31T22:59:60Z", false)]
    [InlineData("date-time", "2026-01-31T12:00:00", false)]
    [InlineData("date-time", "2026-01-31 12:00:00Z", false)]
    [InlineData("date-time", "2026-01-31T24:00:00Z", false)]
    [InlineData("date-time", "2026-01-31T12:60:00Z", false)]
    [InlineData("date-time", "2026-01-31T12:00:61Z", false)]
    [InlineData("date-time", "2026-01-31T12:00:00.Z", false)]
    [InlineData("date-time", "2026-01-31T12:00:00.5", false)]
    [InlineData("date-time", "2026-01-31T12:00:00+24:00", false)]
    [InlineData("date-time", "2026-01-31T12:00:00+0530", false)]
    [InlineData("date-time", "2026-02-30T12:00:00Z", false)]
    [InlineData("date-time", "২026-01-31T12:00:00Z", false)]
    [InlineData("date", "2024-02-29", true)]
    [InlineData("date", "0000-02-29", true)]
    [InlineData("date", "2026-02-29", false)]
    [InlineData("date", "2026-13-01", false)]
    [InlineData("date", "2026-1-01", false)]
    [InlineData("date", "2026-01-00", false)]
    [InlineData("date", "+026-01-01", false)]
    [InlineData("date", "2026-01-01\n", false)]
    [InlineData("uuid", "2EB8AA08-AA98-11EA-B4AA-73B441D16380", true)]
    [InlineData("uuid", "00000000-0000-0000-0000-000000000000", true)]
    [InlineData("uuid", "2eb8aa08aa9811eab4aa73b441d16380", false)]
    [InlineData("uuid", "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}", false)]
    [InlineData("uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d1638g", false)]
    [InlineData("uuid", " 2eb8aa08-aa98-11ea-b4aa-73b441d16380", false)]
    [InlineData("uuid", "0x000000-0000-0000-0000-000000000000", false)]
    [InlineData("email", "joe.bloggs@example.com", true)]
    [InlineData("email", "te~st@example.com", true)]
    [InlineData("email", "\"joe \\\" bloggs\"@example.com", true)]
    [InlineData("email", "\"joe@bloggs\"@example.com", true)]
    [InlineData("email", "joe@[127.0.0.1]", true)]
    [InlineData("email", "joe@[IPv6:::1]", true)]
    [InlineData("email", "joe@[127.0.0.300]", false)]
    [InlineData("email", "2962", false)]
    [InlineData("email", "@example.com", false)]
    [InlineData("email", "joe@", false)]
    [InlineData("email", ".joe@example.com", false)]
    [InlineData("email", "joe.@example.com", false)]
    [InlineData("email", "jo..e@example.com", false)]
    [InlineData("email", "joe bloggs@example.com", false)]
    [InlineData("email", "\"joe\" bloggs\"@example.com", false)]
    [InlineData("email", "\"joe\\\"@example.com", false)]
    [InlineData("email", "joe@-example.com", false)]
    [InlineData("email", "joe@exa_mple.com", false)]
    [InlineData("email", "joe@exa mple.com", false)]
    [InlineData("phone", "anything at all", true)]
    public void A_text_has_the_format(string format, string text, bool isValid)
    {
        Checking.Expect(isValid, "format", JsonSerializer.Serialize(text), (value, ref validation) => validation.Format(value, format));
        var typed = default(KlingValidation);
        typed.Format(text, format);
        Assert.Equal(isValid ? 0 : 1, typed.Count);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_format_speaks_of_strings_only(string json) =>
        Checking.Expect(isValid: true, "format", json, static (value, ref validation) => validation.Format(value, "date"));

    [Theory]
    [InlineData("uri")]
    [InlineData("uri-reference")]
    [InlineData("date-time")]
    [InlineData("date")]
    [InlineData("uuid")]
    [InlineData("email")]
    public void Half_of_a_surrogate_pair_has_no_format_and_breaks_nothing(string format) =>
        Checking.Expect(isValid: false, "format", "\"\\ud800\"", (value, ref validation) => validation.Format(value, format));

    [Fact]
    public void A_violation_says_how_to_write_it() =>
        Assert.Equal(
            "\"31.01.2026\" is not a date (RFC 3339). Write it as in 2026-01-31.",
            Checking.One("\"31.01.2026\"", static (value, ref validation) => validation.Format(value, "date")).Message);
}
