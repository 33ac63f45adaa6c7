    /// <summary>Says something.</summary>
    [global::System.Text.Json.Serialization.JsonPropertyName("value_of_it")]
    public string? ValueOfIt { get => _valueOfIt; init => _valueOfIt = value; }
