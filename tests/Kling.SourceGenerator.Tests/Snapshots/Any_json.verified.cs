    /// <summary>The parameter 'value_of_it'.</summary>
    [global::System.Text.Json.Serialization.JsonPropertyName("value_of_it")]
    public global::System.Text.Json.JsonElement? ValueOfIt { get => _valueOfIt; init => _valueOfIt = value; }
