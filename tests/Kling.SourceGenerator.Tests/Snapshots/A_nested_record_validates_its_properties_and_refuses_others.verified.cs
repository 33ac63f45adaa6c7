    static void global::Kling.CompilerServices.IKlingFields<AcmeClipScene>.Describe(global::Kling.CompilerServices.KlingFields<AcmeClipScene> fields, global::Kling.CompilerServices.KlingTypes types)
    {
        fields.New(static () => new() { Text = null! });
        fields.Required("text", static x => ref x._text, types.String(maxLength: 9));
        fields.OptionalValue("seconds", static x => ref x._seconds, types.Int32(minimum: 1, maximum: 9), Defaults.Seconds);
        fields.OnlyDeclared();
    }
