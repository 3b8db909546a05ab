using System.Text.Json;
using Journease.Mail;
using Journease.Notifications.Delivery;
using Journease.Notifications.Messages;

namespace Journease.Notifications.Letters;

/// <summary>The letters that there are, by the names that people who look after them use.</summary>
internal static class Templates
{
    private const string Digest = "digest";
    private const string Page = "page";

    private static readonly Dictionary<string, MessageKind> Kinds = Enum.GetValues<MessageKind>()
        .Where(kind => kind is not MessageKind.SafetyPage and not MessageKind.EmergencyAccessOpened)
        .ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Keys, Digest, Page];

    /// <summary>The letter as the person would get it; null where there is no such template.</summary>
    public static Letter? Write(this LetterWriter letters, string template, Contact contact, AppointmentTime time) => template switch
    {
        Digest => letters.Digest(contact),
        Page => letters.Page(contact),
        _ => Kinds.TryGetValue(template, out var kind) ? letters.About(kind, contact, time) : null,
    };
}
