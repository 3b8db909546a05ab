using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.Exports;

internal static class ExportProblems
{
    public static readonly ProblemType UnderWay = new("export-under-way", 409, "A copy is being made already.");
}
