namespace Journease.Identity.Sessions;

/// <summary>One sign-in of a person on one device, from its beginning until it is ended or runs out.</summary>
internal sealed class Session
{
    /// <summary>Whoever changes a way in has signed in within this time.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestHere = TimeSpan.FromHours(12);
    private static readonly TimeSpan LongestIdleOfStaff = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan LongestOfAll = TimeSpan.FromDays(90);

    private Session() { } // for EF Core

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When the person last showed who they are.</summary>
    public DateTimeOffset ProvedAt { get; private set; }

    public DateTimeOffset LastUsedAt { get; private set; }

    /// <summary>The device as far as the person needs to recognise it: browser and system, without versions.</summary>
    public string Device { get; private init; } = "";

    /// <summary>By what the person has shown who they are; values of <see cref="SignInMeans"/>.</summary>
    public string[] Means { get; private set; } = [];

    /// <summary>Whether the person has shown enough for what belongs to others: a passkey, or a code of an app.</summary>
    public bool OpensStaffRoles => Means.Contains(SignInMeans.ManyFactors) || Means.Contains(SignInMeans.Demonstration);

    /// <summary>Whether the person has shown enough to set up another factor: one they have, or a recovery code in its place.</summary>
    public bool MayReplaceFactors => OpensStaffRoles || Means.Contains(SignInMeans.Recovery);

    /// <summary>The clients that got tokens through it, and hear of its end if they want to.</summary>
    public string[] Clients { get; private init; } = [];

    public static Session Begin(Guid account, string device, IReadOnlyList<string> means, DateTimeOffset now) => new()
    {
        AccountId = account,
        Device = device,
        Means = [.. means],
        StartedAt = now,
        ProvedAt = now,
        LastUsedAt = now,
    };

    /// <summary>The person signed in once more, in the same browser.</summary>
    public void ProveAgain(IReadOnlyList<string> means, DateTimeOffset now)
    {
        Strengthen(means);
        (ProvedAt, LastUsedAt) = (now, now);
    }

    /// <summary>The person has shown more while signed in.</summary>
    public void Strengthen(IReadOnlyList<string> means) => Means = [.. Means.Union(means)];

    public bool IsFresh(DateTimeOffset now) => now - ProvedAt <= Fresh;

    /// <summary>Whether this service's own pages still take the person as signed in.</summary>
    public bool IsGoodHere(IReadOnlyList<string> roles, DateTimeOffset now) =>
        now - ProvedAt <= LongestHere && !(StaffRoles.AnyIn(roles) && now - LastUsedAt > LongestIdleOfStaff);

    /// <summary>Whether a client may still refresh its tokens: for months on a client's own device, for a working day with staff.</summary>
    public bool IsGoodForClients(IReadOnlyList<string> roles, DateTimeOffset now) =>
        now - ProvedAt <= (StaffRoles.AnyIn(roles) ? LongestHere : LongestOfAll);
}
