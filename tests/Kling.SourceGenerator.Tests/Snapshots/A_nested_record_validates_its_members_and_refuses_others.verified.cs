    internal void Validate(ref global::Kling.CompilerServices.KlingValidation validation)
    {
        int start = validation.Count;

        validation.Required(Text);
        Checks.Text(Text, ref validation);
        start = validation.Nest("text", start);

        Checks.Seconds(_seconds, ref validation);
        start = validation.Nest("seconds", start);

        validation.NoAdditionalParameters(AdditionalParameters);
        validation.AdditionalParameters(AdditionalParameters, WireNames);
    }

    /// <summary>Each parameter's own constraints. What is nested in it has its own checks.</summary>
    private static class Checks
    {
        public static void Text(string? value, ref global::Kling.CompilerServices.KlingValidation validation)
        {
            validation.MaxLength(value, 9);
        }

        public static void Seconds(int? value, ref global::Kling.CompilerServices.KlingValidation validation)
        {
            validation.Minimum(value, 1L);
            validation.Maximum(value, 9L);
        }
    }
