    /// <summary>The parameter 'value_of_it'. Maximum number of items: <c>2</c>. Minimum number of items of each item: <c>1</c>. Maximum number of characters of each item: <c>3</c>.</summary>
    [global::System.Text.Json.Serialization.JsonPropertyName("value_of_it")]
    [global::Kling.Annotations.SchemaItemCount(0, 2)]
    [global::Kling.Annotations.SchemaItemCount(1, int.MaxValue, ItemDepth = 1)]
    [global::Kling.Annotations.SchemaLength(0, 3, ItemDepth = 2)]
    public global::Kling.KlingList<global::Kling.KlingList<string>>? ValueOfIt { get => _valueOfIt; init => _valueOfIt = value; }
