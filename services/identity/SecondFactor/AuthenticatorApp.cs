using Journease.Sealing;

namespace Journease.Identity.SecondFactor;

/// <summary>An app that shows a person a new code every half minute; a second factor beside password or link.</summary>
internal sealed class AuthenticatorApp
{
    private const int FreeTries = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private AuthenticatorApp() { } // for EF Core

    /// <summary>The account.</summary>
    public Guid Id { get; private init; }

    /// <summary>What app and we have in common, sealed.</summary>
    public Sealed Secret { get; private set; } = null!;

    /// <summary>When the person has shown that the app works; before, it is not asked for.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The half minute of the last code that was taken: neither it nor an older one is taken again.</summary>
    public long LastStep { get; private set; }

    /// <summary>Wrong codes since the last right one.</summary>
    public int WrongCodes { get; private set; }

    /// <summary>After many wrong codes the next is looked at only from then on.</summary>
    public DateTimeOffset? WaitsUntil { get; private set; }

    public static AuthenticatorApp SetUp(Guid account, Sealed secret) => new() { Id = account, Secret = secret };

    /// <summary>Begins once more with another secret, as long as no app was confirmed.</summary>
    public void SetUpAgain(Sealed secret) => Secret = ConfirmedAt is null ? secret : throw new InvalidOperationException("This app is in use.");

    public bool MustWait(DateTimeOffset now) => WaitsUntil > now;

    /// <summary>Takes the half minute for which a code was right; false when it was taken before.</summary>
    public bool Take(long step, DateTimeOffset now)
    {
        if (step <= LastStep)
        {
            return false;
        }
        (LastStep, WrongCodes, WaitsUntil) = (step, 0, null);
        ConfirmedAt ??= now;
        return true;
    }

    /// <summary>Each wrong code after the first few doubles the wait: a million codes cannot be tried.</summary>
    public void RefuseOne(DateTimeOffset now)
    {
        WrongCodes++;
        if (WrongCodes >= FreeTries)
        {
            var minutes = Math.Min(LongestWait.TotalMinutes, Math.Pow(2, Math.Min(10, WrongCodes - FreeTries)));
            WaitsUntil = now + TimeSpan.FromMinutes(minutes);
        }
    }
}
