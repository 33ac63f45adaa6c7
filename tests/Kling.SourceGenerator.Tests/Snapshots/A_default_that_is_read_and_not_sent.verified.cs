    /// <summary>The parameter 'value_of_it'.</summary>
    /// <value>Default: <c>0.5</c>. Minimum: <c>0</c>. Maximum: <c>1</c>.</value>
    [global::System.Text.Json.Serialization.JsonPropertyName("value_of_it")]
    [global::System.ComponentModel.DefaultValue(Defaults.ValueOfIt)]
    [global::Kling.Annotations.SchemaRange(0D, 1D)]
    public double ValueOfIt
    {
        get => _valueOfIt ?? Defaults.ValueOfIt;
        init => _valueOfIt = value;
    }
