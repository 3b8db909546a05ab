using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

public partial class ReferenceExpression
{
    /// <summary>Lets an expression be written as an interpolated string.</summary>
    [InterpolatedStringHandler]
    public ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder format = new(literalLength);
        private readonly List<Part> parts = new(formattedCount);

        public readonly void AppendLiteral(string value) => format.Append(Escape(value));

        public readonly void AppendFormatted(string? value) => AppendFormatted(value, format: null);

        public readonly void AppendFormatted(string? value, string? format = null)
        {
            var text = value ?? "";
            this.format.Append(Escape(format == "uri" ? Uri.EscapeDataString(text) : text));
        }

        public readonly void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider, IManifestExpressionProvider =>
            AppendFormatted(valueProvider, format: null);

        public readonly void AppendFormatted<T>(T valueProvider, string? format)
            where T : IValueProvider, IManifestExpressionProvider
        {
            this.format.Append(CultureInfo.InvariantCulture, $"{{{parts.Count}}}");
            parts.Add(new Part(valueProvider, valueProvider.ValueExpression, format));
        }

        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider, IManifestExpressionProvider =>
            AppendFormatted(valueProvider, format: null);

        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider, string? format)
            where T : IResource, IValueProvider, IManifestExpressionProvider
        {
            ArgumentNullException.ThrowIfNull(valueProvider);
            AppendFormatted(valueProvider.Resource, format);
        }

        internal readonly ReferenceExpression GetExpression() => new(format.ToString(), parts);

        private static string Escape(string text) =>
            text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
    }
}
