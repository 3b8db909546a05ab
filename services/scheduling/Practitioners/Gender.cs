namespace Journease.Scheduling.Practitioners;

/// <summary>As a practitioner wishes to be known to those whom it helps to choose.</summary>
internal enum Gender
{
    Woman,
    Man,
    Nonbinary,
}
