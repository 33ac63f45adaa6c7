namespace Kling.Tests;

/// <summary>A small image, and what a server answers to its upload.</summary>
internal static class PngUpload
{
    public const string Address = "https://files.example/up.png";

    public static readonly byte[] Png = [0x89, .. "PNG\r\n\x1a\n"u8, 1, 2, 3, 4];

    public static readonly Step Taken = Step.Json(200, $$"""{"file_urls":["{{Address}}"]}""");

    public static Task<Uri> UploadAsync(Stage stage, byte[] file) => stage.Client.Files.UploadAsync(new MemoryStream(file), cancellationToken: Stage.Token);
}
