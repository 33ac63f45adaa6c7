    /// <summary>The parameter 'value_of_it'. Deprecated.</summary>
    [global::System.Text.Json.Serialization.JsonPropertyName("value_of_it")]
    [global::System.Obsolete("The parameter 'value_of_it' is deprecated.")]
    public bool? ValueOfIt { get => _valueOfIt; init => _valueOfIt = value; }
