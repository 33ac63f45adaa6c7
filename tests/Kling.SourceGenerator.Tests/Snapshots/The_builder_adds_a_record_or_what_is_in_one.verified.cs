    /// <summary>Adds an item to <see cref="AcmeClipRequest.Scenes"/>.</summary>
    /// <param name="item">The item.</param>
    [global::Kling.Annotations.SchemaParameter("scenes")]
    public AcmeClipRequestBuilder AddScene(global::Acme.Models.AcmeClipScene item)
    {
        _request = _request with { Scenes = (_request.Scenes ?? []).Add(item) };
        return this;
    }

    /// <summary>Adds an item to <see cref="AcmeClipRequest.Scenes"/>.</summary>
    /// <param name="text">The parameter 'text'. Required. Greatest number of characters: <c>9</c>.</param>
    /// <param name="seconds">The parameter 'seconds'. Default: <c>5</c>. Minimum: <c>1</c>. Maximum: <c>9</c>.</param>
    [global::Kling.Annotations.SchemaParameter("scenes")]
    public AcmeClipRequestBuilder AddScene([global::Kling.Annotations.SchemaParameter("text")] [global::Kling.Annotations.SchemaLength(0, 9)] string text, [global::Kling.Annotations.SchemaParameter("seconds")] [global::Kling.Annotations.SchemaRange(1D, 9D)] int? seconds = null)
    {
        _request = _request with { Scenes = (_request.Scenes ?? []).Add(global::Acme.Models.AcmeClipScene.Create(text, seconds)) };
        return this;
    }
