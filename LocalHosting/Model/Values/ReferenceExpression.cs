using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Text with values in it that are known once the system runs.</summary>
public partial class ReferenceExpression : IExpressionValue, IValueWithReferences
{
    public static readonly ReferenceExpression Empty = new("", []);

    private readonly IReadOnlyList<Part> parts;

    private ReferenceExpression(string format, IReadOnlyList<Part> parts)
    {
        Format = format;
        this.parts = parts;
        ValueProviders = [.. parts.Select(part => part.Provider)];
        ManifestExpressions = [.. parts.Select(part => part.Expression)];
        StringFormats = [.. parts.Select(part => part.Format)];
    }

    public string Format { get; }

    public IReadOnlyList<IValueProvider> ValueProviders { get; }

    public IReadOnlyList<string> ManifestExpressions { get; }

    /// <summary>How each value is written into the text: as it is, or <c>uri</c>, escaped for an address.</summary>
    public IReadOnlyList<string?> StringFormats { get; }

    public string ValueExpression =>
        string.Format(CultureInfo.InvariantCulture, Format, [.. ManifestExpressions]);

    IEnumerable<object> IValueWithReferences.References => ValueProviders;

    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.GetExpression();

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) =>
        GetValueAsync(new ValueProviderContext(), cancellationToken);

    public async ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken)
    {
        if (Format.Length == 0)
        {
            return null;
        }
        var values = new object?[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            var value = await parts[i].Provider.GetValueAsync(context, cancellationToken);
            values[i] = parts[i].Format == "uri" && value is not null ? Uri.EscapeDataString(value) : value;
        }
        return string.Format(CultureInfo.InvariantCulture, Format, values);
    }

    private sealed record Part(IValueProvider Provider, string Expression, string? Format);
}
