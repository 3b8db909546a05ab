using System.ComponentModel.DataAnnotations;

namespace Journease.Gateway.Limits;

/// <summary>Configuration section <c>Limits</c>: requests a minute, which may also come all at once, except where it says otherwise.</summary>
internal sealed class LimitSettings
{
    /// <summary>Everything that one signed-in person does.</summary>
    [Range(1, int.MaxValue)]
    public int Person { get; init; } = 600;

    /// <summary>Everything that comes without a sign-in from one address.</summary>
    [Range(1, int.MaxValue)]
    public int Address { get; init; } = 600;

    /// <summary>Attempts to sign in, from one address.</summary>
    [Range(1, int.MaxValue)]
    public int SignIn { get; init; } = 20;

    /// <summary>Exchanges of codes and refresh tokens, from one address.</summary>
    [Range(1, int.MaxValue)]
    public int Token { get; init; } = 60;

    /// <summary>Registrations, from one address.</summary>
    [Range(1, int.MaxValue)]
    public int Registration { get; init; } = 10;

    /// <summary>Everything else that changes an account, from one address.</summary>
    [Range(1, int.MaxValue)]
    public int Account { get; init; } = 60;

    /// <summary>Inquiries, from one address.</summary>
    [Range(1, int.MaxValue)]
    public int Inquiry { get; init; } = 10;

    /// <summary>Bookings of one person.</summary>
    [Range(1, int.MaxValue)]
    public int Booking { get; init; } = 10;

    /// <summary>Searches for free times of one person.</summary>
    [Range(1, int.MaxValue)]
    public int Search { get; init; } = 60;

    /// <summary>Requests at work at one moment, of everybody together.</summary>
    [Range(1, int.MaxValue)]
    public int AtOnce { get; init; } = 500;
}
