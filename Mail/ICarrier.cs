using Microsoft.EntityFrameworkCore.Query;

namespace Journease.Mail;

/// <summary>Knows how one kind of outgoing thing is handed over: by SMTP, by HTTP, to a telephone.</summary>
public interface ICarrier<TOutgoing>
    where TOutgoing : Outgoing
{
    /// <summary>When it is tried again, and how often.</summary>
    RetryPlan Retries => RetryPlan.OverADay;

    /// <summary>Hands it over, or throws; a <see cref="NotTakenException"/> says whether trying again can help.</summary>
    Task<Carried> CarryAsync(Claimed claimed, CancellationToken ct);

    /// <summary>What a row need no longer hold once it was sent or given up.</summary>
    void Forget(UpdateSettersBuilder<TOutgoing> row)
    {
    }
}

/// <summary>How handing something over went, where it did not fail.</summary>
/// <param name="Later">It is not time yet: when it is.</param>
/// <param name="NotNeeded">There is nobody left to send it to, or nothing to say any more: why.</param>
public sealed record Carried(DateTimeOffset? Later, string? NotNeeded)
{
    /// <summary>What the record of something that was not needed begins with, so that it does not count as a failure.</summary>
    public const string Unneeded = "unneeded ";

    public static readonly Carried Over = new(null, null);

    public static Carried NotBefore(DateTimeOffset time) => new(time, null);

    public static Carried Unnecessary(string why) => new(null, Unneeded + why);
}

/// <summary>How long is waited after each failure: twice as long each time.</summary>
/// <param name="Attempts">After so many tries an operator is called.</param>
public sealed record RetryPlan(TimeSpan FirstWait, TimeSpan LongestWait, int Attempts)
{
    public static readonly RetryPlan OverADay = new(TimeSpan.FromSeconds(15), TimeSpan.FromHours(4), 12);

    /// <summary>For what somebody has to know now: within seconds, and every two minutes for a day.</summary>
    public static readonly RetryPlan Urgent = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(2), 720);

    internal TimeSpan WaitAfter(int attempt)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(attempt - 1, 20));
        return wait < LongestWait ? wait : LongestWait;
    }
}
