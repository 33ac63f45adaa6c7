    /// <summary>The parameter 'value_of_it'.</summary>
    /// <value>Default: <c>3</c>.</value>
    [global::System.Text.Json.Serialization.JsonPropertyName("value_of_it")]
    [global::System.ComponentModel.DefaultValue(Defaults.ValueOfIt)]
    public long? ValueOfIt
    {
        get => isValueOfItAssigned ? _valueOfIt : Defaults.ValueOfIt;
        init
        {
            _valueOfIt = value;
            isValueOfItAssigned = true;
        }
    }
