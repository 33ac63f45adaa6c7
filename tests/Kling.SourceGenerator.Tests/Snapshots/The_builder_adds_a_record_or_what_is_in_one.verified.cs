    public AcmeClipRequestBuilder AddScene(AcmeClipScene item) => With(Request with { Scenes = (Request.Scenes ?? []).Add(item) });

    /// <inheritdoc cref="AcmeClipRequest.Scenes"/>
    /// <param name="text"><inheritdoc cref="AcmeClipScene.Text" path="/summary/node()"/></param>
    /// <param name="seconds"><inheritdoc cref="AcmeClipScene.Seconds" path="/summary/node()"/></param>
    [global::Kling.Annotations.SchemaParameter("scenes")]
    public AcmeClipRequestBuilder AddScene([global::Kling.Annotations.SchemaParameter("text")] [global::Kling.Annotations.SchemaLength(0, 9)] string text, [global::Kling.Annotations.SchemaParameter("seconds")] [global::Kling.Annotations.SchemaRange(1D, 9D)] int? seconds = null) => With(Request with { Scenes = (Request.Scenes ?? []).Add(global::Acme.Models.AcmeClipScene.Create(text, seconds)) });
