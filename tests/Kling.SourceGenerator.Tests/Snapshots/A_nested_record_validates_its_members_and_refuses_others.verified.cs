    static void global::Kling.CompilerServices.IKlingFields<AcmeClipScene>.Describe(global::Kling.CompilerServices.KlingFields<AcmeClipScene> fields)
    {
        fields.New(static () => new() { Text = null! });
        fields.Required("text", static x => ref x._text, global::Kling.CompilerServices.KlingType.String(maxLength: 9));
        fields.OptionalValue("seconds", static x => ref x._seconds, global::Kling.CompilerServices.KlingType.Int32(minimum: 1, maximum: 9), Defaults.Seconds);
        fields.OnlyDeclared();
    }
