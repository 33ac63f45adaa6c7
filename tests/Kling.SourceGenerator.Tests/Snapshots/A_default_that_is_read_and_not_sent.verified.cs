    /// <summary>The parameter 'value_of_it'. Default: <c>0.5</c>. Minimum: <c>0</c>. Maximum: <c>1</c>.</summary>
    [global::System.Text.Json.Serialization.JsonPropertyName("value_of_it")]
    [global::Kling.Annotations.SchemaRange(0D, 1D)]
    public double ValueOfIt { get => _valueOfIt ?? Defaults.ValueOfIt; init => _valueOfIt = value; }
