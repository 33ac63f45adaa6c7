using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace Kling.Completion;

/// <summary>
/// Completes names from a schema inside strings: markers in a prompt (<c>@Element1</c>), parameter names (<c>IsSet("duration")</c>) and
/// slugs (<c>SubmitAsync("kling-o3-text2video", …)</c>). It offers nothing in any other string.
/// </summary>
[ExportCompletionProvider(nameof(StringCompletionProvider), LanguageNames.CSharp)]
public sealed class StringCompletionProvider : CompletionProvider
{
    /// <inheritdoc/>
    public override bool ShouldTriggerCompletion(SourceText text, int caretPosition, CompletionTrigger trigger, OptionSet options) =>
        trigger.Kind is CompletionTriggerKind.Insertion && trigger.Character is '"' or '@' or '<' or '_' or '-';

    /// <inheritdoc/>
    public override async Task ProvideCompletionsAsync(CompletionContext context)
    {
        if (
            await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || StringAtCaret.Find(root, context.Position) is not { } text
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || StringTarget.Of(text.Expression, model, context.CancellationToken) is not { } target
        )
        {
            return;
        }

        IReadOnlyList<Suggestion> suggestions = target.Suggestions(text.Expression, model, context.CancellationToken);
        if (suggestions.Count == 0)
        {
            return;
        }

        // No other provider has suggestions for this string.
        context.IsExclusive = true;
        context.CompletionListSpan = target.IsWhole ? text.Content : text.WordBefore(context.Position, suggestions);
        for (int i = 0; i < suggestions.Count; i++)
        {
            context.AddItem(Item(suggestions[i], i));
        }
    }

    /// <inheritdoc/>
    public override Task<CompletionDescription?> GetDescriptionAsync(
        Document document,
        CompletionItem item,
        CancellationToken cancellationToken
    ) => Task.FromResult<CompletionDescription?>(CompletionDescription.FromText(item.InlineDescription));

    /// <summary>In the schema's order. A space or a comma belongs to a prompt: it does not choose.</summary>
    private static CompletionItem Item(Suggestion suggestion, int index) =>
        CompletionItem.Create(
            suggestion.Text,
            sortText: index.ToString("D4", CultureInfo.InvariantCulture),
            inlineDescription: suggestion.Description,
            rules: CompletionItemRules
                .Default.WithFilterCharacterRules(
                    ImmutableArray.Create(
                        CharacterSetModificationRule.Create(CharacterSetModificationKind.Add, '@', '<', '>', '_', '-', '.')
                    )
                )
                .WithCommitCharacterRules(ImmutableArray.Create(CharacterSetModificationRule.Create(CharacterSetModificationKind.Replace)))
        );
}
