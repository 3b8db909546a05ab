using Journease.Mail;

namespace Journease.Notifications.Paging;

internal sealed class PageMailTable() : OutgoingTable<PageMail>("page_mail");

internal sealed class PageCallTable() : OutgoingTable<PageCall>("page_call");
