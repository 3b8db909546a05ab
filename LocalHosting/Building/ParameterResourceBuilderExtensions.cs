using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static class ParameterResourceBuilderExtensions
{
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.Add(name, secret, _ => builder.Configured(name) ?? throw Missing($"Parameters:{name}"));

    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddParameter(name, () => value, publishValueAsDefault, secret);

    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        string name,
        Func<string> valueGetter,
        bool publishValueAsDefault = false,
        bool secret = false) =>
        builder.Add(name, secret, _ => valueGetter());

    /// <summary>With a value that is made when nobody gives one, and with persist kept for the next start.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false)
    {
        var parameter = builder.Add(name, secret, given => builder.Configured(name) ?? builder.ValueOf(name, given!, persist));
        parameter.Resource.Default = value;
        return parameter;
    }

    public static IResourceBuilder<ParameterResource> AddParameterFromConfiguration(
        this IDistributedApplicationBuilder builder, string name, string configurationKey, bool secret = false) =>
        builder.Add(name, secret, _ => builder.Configuration[configurationKey] ?? throw Missing(configurationKey));

    /// <summary>The connection string of something that this application does not run.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, string? environmentVariableName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var key = $"ConnectionStrings:{name}";
        var parameter = new ParameterResource(name, _ => builder.Configuration[key] ?? throw Missing(key), secret: true)
        {
            IsConnectionString = true,
        };
        return builder.AddResource(new ConnectionStringParameter(parameter, environmentVariableName));
    }

    /// <summary>The password of a server where AppHost.cs gives none: made once and kept.</summary>
    public static ParameterResource CreateDefaultPasswordParameter(
        IDistributedApplicationBuilder builder,
        string name,
        bool lower = true,
        bool upper = true,
        bool numeric = true,
        bool special = true,
        int minLower = 0,
        int minUpper = 0,
        int minNumeric = 0,
        int minSpecial = 0)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var made = new GenerateParameterDefault
        {
            MinLength = 22,
            Lower = lower,
            Upper = upper,
            Numeric = numeric,
            Special = special,
            MinLower = minLower,
            MinUpper = minUpper,
            MinNumeric = minNumeric,
            MinSpecial = minSpecial,
        };
        return new ParameterResource(
            name, given => builder.Configured(name) ?? builder.ValueOf(name, given!, persist: true), secret: true) { Default = made };
    }

    private static IResourceBuilder<ParameterResource> Add(
        this IDistributedApplicationBuilder builder, string name, bool secret, Func<ParameterDefault?, string> value)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ParameterResource(name, value, secret));
    }

    private static string? Configured(this IDistributedApplicationBuilder builder, string name) =>
        builder.Configuration[$"Parameters:{name}"]
        ?? builder.Configuration[$"Parameters:{name.Replace('-', '_')}"];

    private static string ValueOf(this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool persist) =>
        persist && builder.Secrets() is { } secrets ? secrets.GetOrMake($"Parameters:{name}", value.GetDefaultValue) : value.GetDefaultValue();

    private static DistributedApplicationException Missing(string key) =>
        new($"{key} has no value: set the variable {key.Replace(":", "__", StringComparison.Ordinal)}.");
}
