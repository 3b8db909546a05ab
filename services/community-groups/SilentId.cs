using System.Security.Cryptography;

namespace Journease.CommunityGroups;

/// <summary>
/// Ids of circle space: 128 random bits. The platform's other ids begin with the time, which would tell who joined or
/// wrote when, and so link one person's pseudonyms in two circles.
/// </summary>
internal static class SilentId
{
    public static Guid New() => new(RandomNumberGenerator.GetBytes(16));
}
