using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>One constraint of the schema, as an attribute of the runtime says it.</summary>
/// <param name="ItemDepth">0 for the value itself, 1 for the items of a list, 2 for the items of its items.</param>
internal abstract record SchemaConstraint(int ItemDepth);

/// <summary><c>minimum</c> and <c>maximum</c>; infinite where there is no limit.</summary>
internal sealed record RangeConstraint(int ItemDepth, double Minimum, double Maximum, bool MinimumIsExclusive, bool MaximumIsExclusive)
    : SchemaConstraint(ItemDepth);

/// <summary>JSON has no NaN and no infinity.</summary>
internal sealed record FiniteConstraint(int ItemDepth) : SchemaConstraint(ItemDepth);

/// <summary><c>oneOf</c> or <c>anyOf</c> of several types: a value has the constraints of its own.</summary>
internal sealed record UnionConstraint(int ItemDepth, INamedTypeSymbol Union) : SchemaConstraint(ItemDepth);

/// <summary><c>multipleOf</c>.</summary>
internal sealed record MultipleOfConstraint(int ItemDepth, decimal Step) : SchemaConstraint(ItemDepth);

/// <summary><c>minLength</c> and <c>maxLength</c>, in code points.</summary>
internal sealed record LengthConstraint(int ItemDepth, int Minimum, int Maximum) : SchemaConstraint(ItemDepth);

/// <summary><c>pattern</c>.</summary>
internal sealed record PatternConstraint(int ItemDepth, string Pattern, Regex Regex) : SchemaConstraint(ItemDepth);

/// <summary><c>format</c>.</summary>
internal sealed record FormatConstraint(int ItemDepth, string Format) : SchemaConstraint(ItemDepth);

/// <summary>A text without a format whose parameter has the name of a URL, or of a file that may also be given as its content.</summary>
internal sealed record UrlNameConstraint(int ItemDepth, bool MayBeContent) : SchemaConstraint(ItemDepth);

/// <summary><c>enum</c>, as a closed C# enum.</summary>
internal sealed record EnumConstraint(int ItemDepth) : SchemaConstraint(ItemDepth);

/// <summary><c>minItems</c> and <c>maxItems</c>.</summary>
internal sealed record ItemCountConstraint(int ItemDepth, int Minimum, int Maximum) : SchemaConstraint(ItemDepth);

/// <summary><c>uniqueItems</c>.</summary>
internal sealed record UniqueItemsConstraint(int ItemDepth) : SchemaConstraint(ItemDepth);
