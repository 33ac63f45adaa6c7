    /// <summary>The parameter 'value_of_it'. Default: <c>3</c>.</summary>
    [global::System.Text.Json.Serialization.JsonPropertyName("value_of_it")]
    public long? ValueOfIt { get => isValueOfItAssigned ? _valueOfIt : Defaults.ValueOfIt; init => (_valueOfIt, isValueOfItAssigned) = (value, true); }
