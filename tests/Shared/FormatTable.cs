namespace Kling.Tests;

/// <summary>
/// The rules of schemas/README.md, "Formats", by examples. Generated types, annotations, analyzers, the binder, <c>kling validate</c> and
/// the emulator give each row the same verdict.
/// </summary>
internal static class FormatTable
{
    /// <summary>The formats that are checked.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["uri", "uri-reference", "date-time", "date", "uuid", "email"];

    /// <summary>Format, text, and whether the text has the format.</summary>
    public static IReadOnlyList<(string Format, string Text, bool IsValid)> Rows { get; } =
    [
        .. Of("uri", UriRows.Valid, UriRows.Invalid),

        // A URI is a reference. What has no scheme is one if its characters are right.
        .. Of("uri-reference", UriRows.Valid, UriRows.InvalidReferences),
        .. Of(
            "uri-reference",
            [
                "", "a", "a.png", "../a%20b.png", "/", "/a/b", "//example.com/a:b", "//", "///a", "//[::1]:80/", "//u@h", "?", "?a=b:c",
                "#", "#a/?", "./a:b", "a/b:c", "@", "a@b", "1", "/a:b", "C",
            ],
            [
                "1:b", ":", "a b", "a\\b", "é", "a|b", "[a]", "/[a]", "?[", "#a#b", "%", "a%2", "a%zz",
                "//h:99999", "//h:x", "//[::1", "//a..b/", "//u@", "//:80", "//é", "\\\\server\\share", "a ", "a\n",
            ]),

        .. Of(
            "date",
            ["2026-01-31", "2024-02-29", "2000-02-29", "0000-01-01", "0000-02-29", "0001-01-01", "9999-12-31"],
            [
                "", "2026-02-29", "1900-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32",
                "2026-1-01", "2026-01-1", "26-01-01", "02026-01-01",
                "+026-01-01", "-026-01-01", "20260101", "2026/01/01", "2026-01-01T", "2026-01-01Z", " 2026-01-01", "2026-01-01 ",
                "2026-01-01\n", "2026-01-01\0", "٢٠٢٦-٠١-٠١", "２０２６-01-01", "2026‐01‐01",
            ]),
        .. Of(
            "date-time",
            [
                "2026-01-31T12:00:00Z", "2026-01-31t12:00:00z", "2026-01-31T00:00:00Z", "2026-01-31T23:59:59Z", "2026-01-31T12:00:00.5Z",
                "2026-01-31T12:00:00.123456789012z",
                "2026-01-31T12:00:00+05:30", "2026-01-31T12:00:00-00:00", "2026-01-31T12:00:00+23:59", "2026-01-31T12:00:00-23:59",
                "0000-02-29T00:00:00Z", "9999-12-31T23:59:59-23:59", "2024-02-29T12:00:00Z",
                "1998-12-31T23:59:60Z", "1998-12-31T15:59:60.5-08:00", "1999-01-01T05:29:60+05:30", "9999-12-31T23:59:60Z",
                "1998-12-31T22:59:60-01:00",
            ],
            [
                "", "2026-01-31", "12:00:00Z", "2026-01-31T12:00:00", "2026-01-31 12:00:00Z", "2026-01-31_12:00:00Z", "2026-01-31T12:00Z",
                "2026-01-31T120000Z", "2026-01-31T1:00:00Z", "2026-01-31T24:00:00Z",
                "2026-01-31T12:60:00Z", "2026-01-31T12:00:61Z", "2026-01-31T12:00:60Z", "1998-12-31T22:59:60Z", "1998-12-31T23:58:60Z",
                "1998-12-31T23:59:60+01:00", "1998-12-31T23:59:60-08:00",
                "2026-01-31T12:00:00.Z", "2026-01-31T12:00:00,5Z", "2026-01-31T12:00:00.5", "2026-01-31T12:00:00.5 Z",
                "2026-01-31T12:00:00+24:00", "2026-01-31T12:00:00+05:60", "2026-01-31T12:00:00+0530",
                "2026-01-31T12:00:00+05", "2026-01-31T12:00:00+5:30", "2026-01-31T12:00:00ZZ", "2026-01-31T12:00:00Z+01:00",
                "2026-01-31T12:00:00UTC", "2026-02-30T12:00:00Z", "2026-13-01T12:00:00Z",
                "26-01-31T12:00:00Z", "২026-01-31T12:00:00Z", "2026-01-31T12:00:0٠Z", "2026-01-31T12:00:00.٥Z", "2026-01-31T12:00:00−01:00",
                " 2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z ", "2026-01-31T12:00:00Z\n",
            ]),
        .. Of(
            "uuid",
            [
                "2EB8AA08-AA98-11EA-B4AA-73B441D16380", "2eb8aa08-aa98-11ea-b4aa-73b441d16380", "00000000-0000-0000-0000-000000000000",
                "ffffffff-ffff-ffff-ffff-ffffffffffff", "2eb8aa08-aa98-f1ea-04aa-73b441d16380",
            ],
            [
                "", "2eb8aa08aa9811eab4aa73b441d16380", "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}", "(2eb8aa08-aa98-11ea-b4aa-73b441d16380)",
                "2eb8aa08-aa98-11ea-b4aa-73b441d1638g", "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
                "2eb8aa08-aa98-11ea-b4aa-73b441d163800", "2eb8-aa08-aa98-11ea-b4aa73b44-1d16380", " 2eb8aa08-aa98-11ea-b4aa-73b441d16380",
                "2eb8aa08-aa98-11ea-b4aa-73b441d16380\n", "0x000000-0000-0000-0000-000000000000",
                "urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380", "２eb8aa08-aa98-11ea-b4aa-73b441d16380",
                "2eb8aa08‐aa98‐11ea‐b4aa‐73b441d16380",
            ]),
        .. Of(
            "email",
            [
                "joe.bloggs@example.com", "a@b", "te~st@example.com", "!#$%&'*+-/=?^_`{|}~@example.com", "\"joe bloggs\"@example.com",
                "\"joe \\\" bloggs\"@example.com", "\"joe@bloggs\"@example.com", "\"\"@example.com", "\"..\"@example.com",
                "\"\\\\\"@example.com", "joe@123.example", "joe@1", "joe@xn--e1afmkfd", "joe@a-b.c--d", "joe@[127.0.0.1]",
                "joe@[255.255.255.255]", "joe@[IPv6:::1]", "joe@[ipv6:1:2:3:4:5:6:7:8]", "joe@[IPv6:::ffff:127.0.0.1]",
                new string('a', 64) + "@example.com", "joe@" + new string('a', 63), "a@" + Domain(252),
            ],
            [
                "", "2962", "@", "@example.com", "joe@", ".joe@example.com", "joe.@example.com", "jo..e@example.com",
                "joe bloggs@example.com", "joe@bloggs@example.com", "\"joe\" bloggs\"@example.com", "\"joe\\\"@example.com",
                "\"joe@example.com",
                "joe\"@example.com", "\"joe\".b@example.com", "\"\t\"@example.com", "\"é\"@example.com", "jöe@example.com",
                "joe@exämple.com", "joe@-example.com", "joe@example-.com", "joe@exa_mple.com", "joe@exa mple.com", "joe@example..com",
                "joe@.example.com", "joe@example.com.", "joe@example.com\n", " joe@example.com", "joe@[127.0.0.300]", "joe@[127.0.0.01]",
                "joe@[127.0.0]", "joe@[127.1]", "joe@[::1]", "joe@[IPv6:::g]", "joe@[IPv6:::1%1]", "joe@[IPv6:127.0.0.1]",
                "joe@[tag:x]", "joe@[]", "joe@[127.0.0.1", "joe@127.0.0.1]", "Joe <joe@example.com>", "<joe@example.com>",
                "mailto:joe@example.com", "joe(comment)@example.com",
                new string('a', 65) + "@example.com", "joe@" + new string('a', 64), "a@" + Domain(253),
            ]),
        .. Of("phone", ["", "anything at all", "\n"], []),
    ];

    /// <summary>The rows of a format.</summary>
    public static IEnumerable<(string Text, bool IsValid)> Of(string format) =>
        Rows.Where(row => row.Format == format).Select(static row => (row.Text, row.IsValid));

    private static IEnumerable<(string Format, string Text, bool IsValid)> Of(
        string format, IEnumerable<string> valid, IEnumerable<string> invalid) =>
        valid.Select(text => (format, text, true)).Concat(invalid.Select(text => (format, text, false)));

    private static string Domain(int length) => string.Concat(Enumerable.Repeat(new string('a', 63) + ".", 4))[..length];
}
