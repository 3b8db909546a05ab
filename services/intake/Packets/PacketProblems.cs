using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.Packets;

internal static class PacketProblems
{
    public static readonly ProblemType Incomplete = new("packet-incomplete", 409, "Some questions have no answer yet.");
    public static readonly ProblemType InReview = new("packet-in-review", 409, "Your answers are with the practice already.");
}
