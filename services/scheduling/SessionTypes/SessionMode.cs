namespace Journease.Scheduling.SessionTypes;

/// <summary>How people meet: in a room of the practice, or by a video link that staff enter.</summary>
internal enum SessionMode
{
    InPerson,
    VideoLink,
}
