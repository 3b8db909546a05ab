using System.ComponentModel.DataAnnotations;

namespace Journease.Intake;

/// <summary>Any text at all, except the one character that the database cannot keep.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class StorableTextAttribute() : ValidationAttribute("Please leave out the null character (U+0000); it cannot be kept.")
{
    public override bool IsValid(object? value) => value is not string text || !text.Contains('\0', StringComparison.Ordinal);
}
