using System.ComponentModel.DataAnnotations;

namespace Journease.Intake;

/// <summary>Configuration section <c>Intake</c>. Clinical defaults are the platform's; the medical director signs them off.</summary>
internal sealed class IntakeOptions
{
    /// <summary>
    /// Lets people answer instruments whose exact wording is not loaded, in the project's own words. Development only:
    /// such answers have no clinical meaning (docs/decisions/0005).
    /// </summary>
    public bool AssignWithoutExactWording { get; set; }

    [Required]
    public string InquiryAnsweredBy { get; set; } = "A coordinator of the practice, a person and not a machine";

    [Required]
    public string InquiryAnsweredWhen { get; set; } = "By the end of the next working day";

    [Required]
    public string ReviewedBy { get; set; } = "A prescriber of the practice";

    [Required]
    public string ReviewedWhen { get; set; } = "Within three working days";

    [Required]
    public string SafetyAnswersReadBy { get; set; } = "A clinician of the practice";

    [Required]
    public string SafetyAnswersReadWhen { get; set; } =
        "We aim for 15 minutes. At night and at weekends it can be later, so please do not wait for us.";

    /// <summary>How long a clinician has to take a high safety concern on.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan HighConcernTakenOnWithin { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a clinician outside the care team may read a record that they opened in an emergency.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "04:00:00")]
    public TimeSpan EmergencyAccessLasts { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>For how many years after an account is closed the record of its person is kept; set what the law of your state asks for.</summary>
    [Range(1, 50)]
    public int RecordKeptYears { get; set; } = 10;

    [Range(1, 24)]
    public int ClearanceMaximumSessions { get; set; } = 6;

    [Range(1, 365)]
    public int ClearanceValidDays { get; set; } = 90;
}

internal static class IntakeOptionsSetup
{
    public static void AddIntakeOptions(this IHostApplicationBuilder builder)
    {
        var development = builder.Environment.IsDevelopment();
        builder.Services.AddOptions<IntakeOptions>()
            .Configure(options => options.AssignWithoutExactWording = development)
            .BindConfiguration("Intake")
            .ValidateDataAnnotations()
            .Validate(
                options => development || !options.AssignWithoutExactWording,
                "Intake__AssignWithoutExactWording is for Development only: people answer the exact wording; leave the setting out.")
            .ValidateOnStart();
    }
}
