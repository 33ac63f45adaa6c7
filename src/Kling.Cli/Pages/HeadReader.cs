using System.Globalization;

namespace Kling.Cli;

/// <summary>Reads the part of a page before the parameters: name, tagline, usual time, price, code, address.</summary>
internal sealed class HeadReader(List<PageRemark> remarks)
{
    /// <summary>The heading above the URL.</summary>
    public const string AddressHeading = "API Endpoint";

    private const string TitleEnd = " Serverless API";
    private const string Submit = "POST /v2/";

    // A figure beyond a month is none that the dialect takes.
    private const decimal MaxSeconds = 30 * 24 * 60 * 60;

    private int _codeLine;
    private bool _isCommon;

    /// <summary>The model's name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What the model does.</summary>
    public string Tagline { get; private set; } = "";

    /// <summary>The model's name in the API's URLs, or <see langword="null"/>.</summary>
    public string? Slug { get; private set; }

    /// <summary>The host of the address, or <see langword="null"/>.</summary>
    public string? Host { get; private set; }

    /// <summary>The usual time in seconds, or <see langword="null"/>.</summary>
    public decimal? TypicalSeconds { get; private set; }

    /// <summary>The price, or <see langword="null"/>.</summary>
    public PagePrice? Price { get; private set; }

    /// <summary>What the model returns, if the page says so before the parameters.</summary>
    public KlingOutputKind? Output { get; private set; }

    /// <summary>Reads the lines.</summary>
    public void Read(IReadOnlyList<PageLine> lines)
    {
        foreach (PageLine line in lines.Where(static line => line.Text.Length > 0))
        {
            if (IsCommon(line))
            {
                Output = PageReader.ReturnsOf(line.Text) ?? Output;
            }
            else if (Title.Length == 0 && line.Text != AddressHeading && !line.Text.Contains("https://", StringComparison.Ordinal))
            {
                Title = line.Text.EndsWith(TitleEnd, StringComparison.Ordinal) ? line.Text[..^TitleEnd.Length] : line.Text;
            }
            else if (!TakeSubmit(line) && !TakeCode(line) && !TakeSeconds(line) && !TakePrice(line) && !TakeAddress(line))
            {
                TakeTagline(line);
            }
        }
    }

    /// <summary>Whether a line belongs to a part about the API, up to the URL.</summary>
    private bool IsCommon(PageLine line)
    {
        _isCommon = PageSections.CommonHeadings.Contains(line.Text) || (_isCommon && line.Text != AddressHeading);
        return _isCommon;
    }

    private bool TakeSubmit(PageLine line)
    {
        if (!line.Text.StartsWith(Submit, StringComparison.Ordinal))
        {
            return false;
        }

        TakeSlug(line, line.Text[Submit.Length..].Split(' ')[0]);
        _codeLine = Math.Max(_codeLine, 1);
        return true;
    }

    /// <summary>Code has numbered lines. It can occur twice, and other text can precede its first line.</summary>
    private bool TakeCode(PageLine line)
    {
        int digits = line.Text.TakeWhile(char.IsAsciiDigit).Count();
        if (
            digits == 0
            || !int.TryParse(line.Text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || (number != _codeLine + 1 && (number > 2 || _codeLine == 0))
        )
        {
            return false;
        }

        _codeLine = number;
        return true;
    }

    private bool TakeSeconds(PageLine line)
    {
        if (
            line.Text is not ['~', .. var number, 's']
            || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds)
            || seconds is <= 0 or >= MaxSeconds
        )
        {
            return false;
        }

        TypicalSeconds = seconds;
        return true;
    }

    private bool TakePrice(PageLine line)
    {
        PagePrice? price = PagePrice.Read(line.Text);
        Price = price ?? Price;
        return price is not null;
    }

    private bool TakeAddress(PageLine line)
    {
        int start = line.Text.IndexOf("https://", StringComparison.Ordinal);
        // A joined page has the method on a separate line.
        if (line.Text is AddressHeading or "POST")
        {
            return true;
        }

        if (
            start < 0
            || line.Text[..start] is not ("" or "POST")
            || !Uri.TryCreate(line.Text[start..], UriKind.Absolute, out Uri? address)
            || address.Segments is not ["/", _, var slug]
        )
        {
            return false;
        }

        Host = address.Host;
        TakeSlug(line, slug);
        return true;
    }

    private void TakeSlug(PageLine line, string slug)
    {
        if (Slug is not null && Slug != slug)
        {
            remarks.Add(
                new PageRemark(line.Number, $"The page has the slug '{slug}' here, but '{Slug}' earlier. The earlier one is used.")
            );
        }

        Slug ??= slug;
    }

    private void TakeTagline(PageLine line)
    {
        if (Tagline.Length == 0 && _codeLine == 0)
        {
            Tagline = line.Text;
        }
        else
        {
            remarks.Add(new PageRemark(line.Number, $"\"{line.Text}\" is not understood."));
        }
    }
}
