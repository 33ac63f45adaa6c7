namespace Kling.Cli.Tests;

/// <summary>Everything in which an imported page and the shipped schema of the same model differ, and why.</summary>
internal static class WhatPagesCannotTell
{
    /// <summary>Why an import leaves something out that a person writes down.</summary>
    public enum Reason
    {
        /// <summary>Nothing on the page says it: it comes from elsewhere.</summary>
        NotOnThePage,

        /// <summary>The page states it in words, and the import puts it before a person.</summary>
        InProse,

        /// <summary>The page shows a part of the values, and the import puts that before a person.</summary>
        ListCutShort,
    }

    /// <summary>Those of every model: our own words, the price, and the day on which it was read.</summary>
    public static IReadOnlyList<string> OfEveryModel { get; } = ["description", "$comment", "x-typical-cost", "x-cost", "x-retrieved"];

    /// <summary>Those of one model: JSON Pointer of the keyword, reason, and where the remark on it must be, if there must be one.</summary>
    public static IReadOnlyList<(string Slug, string Pointer, Reason Reason, string? RemarkedAt)> OfOneModel { get; } =
    [
        ("kling-3-pro-image2video", "/x-typical-seconds", Reason.NotOnThePage, null),
        .. Duration("kling-3-pro-image2video"),
        ("kling-3-pro-image2video", "/properties/prompt/x-references", Reason.InProse, "elements"),
        ("kling-3-pro-image2video", "/properties/elements/maxItems", Reason.InProse, "elements"),
        ("kling-3-pro-image2video", "/properties/elements/items/properties/reference_image_urls/maxItems", Reason.InProse, "elements[].reference_image_urls"),
        ("kling-3-pro-image2video", "/properties/multi_prompt/maxItems", Reason.InProse, "multi_prompt"),
        ("kling-3-pro-image2video", "/properties/multi_prompt/items/properties/prompt/maxLength", Reason.InProse, "multi_prompt[].prompt"),
        ("kling-3-pro-image2video", "/properties/voice_ids/maxItems", Reason.InProse, "voice_ids"),
        .. Duration("kling-o3-image2video"),
        .. Duration("kling-o3-text2video"),
        .. Duration("kling-o3-video2video-edit"),
        ("kling-o3-video2video-edit", "/properties/prompt/x-references", Reason.InProse, "image_urls"),
        ("kling-o3-video2video-edit", "/properties/elements/maxItems", Reason.InProse, "elements"),
        ("kling-o3-video2video-edit", "/properties/elements/items/properties/reference_image_urls/maxItems", Reason.InProse, "elements[].reference_image_urls"),
    ];

    private static IEnumerable<(string Slug, string Pointer, Reason Reason, string? RemarkedAt)> Duration(string slug) =>
    [
        (slug, "/properties/duration/enum", Reason.ListCutShort, "duration"),
        (slug, "/properties/duration/x-enum-names", Reason.ListCutShort, "duration"),
        (slug, "/properties/duration/examples", Reason.ListCutShort, "duration"),
    ];
}
