using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Journease.Intake.Tests.Rules;

public sealed class ExactWordingSettingTests
{
    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", "false", false)]
    [InlineData("Production", null, false)]
    public void Own_wording_is_for_development_unless_it_is_switched_off(string environment, string? setting, bool allowed) =>
        Assert.Equal(allowed, Read(environment, setting).AssignWithoutExactWording);

    [Fact]
    public void Switched_on_anywhere_else_it_stops_the_start_with_one_sentence()
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read("Production", "true"));

        Assert.Contains("Development only", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    private static IntakeOptions Read(string environment, string? setting)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        if (setting is not null)
        {
            builder.Configuration["Intake:AssignWithoutExactWording"] = setting;
        }
        builder.AddIntakeOptions();
        using var services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<IntakeOptions>>().Value;
    }
}
