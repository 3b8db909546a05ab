using Journease.Mail;

namespace Journease.Identity.Mail;

internal sealed class OutgoingMailTable() : OutgoingTable<OutgoingMail>("mail");
