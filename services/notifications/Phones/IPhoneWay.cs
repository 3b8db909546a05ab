namespace Journease.Notifications.Phones;

/// <summary>
/// A way to somebody's telephone: APNs, FCM, or a gateway for text messages. What is shown is always "You have a message from
/// Journease"; there is no other payload, so that a locked screen tells nobody anything. Register one for each name.
/// </summary>
internal interface IPhoneWay
{
    const string Sms = "sms";

    /// <summary><c>apns</c>, <c>fcm</c> or <c>sms</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Hands it over, or throws. A <see cref="Journease.Mail.NotTakenException"/> whose failure is final says that the address is good for
    /// nothing any more: the device is then forgotten. Anything else is tried again over a day.
    /// </summary>
    /// <param name="notice">The same when it is tried again, for ways that can tell repetitions.</param>
    /// <param name="address">The device token, or the telephone number.</param>
    /// <param name="ct">Ends the waiting.</param>
    Task SendAsync(Guid notice, string address, CancellationToken ct);
}
