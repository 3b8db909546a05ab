using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Journease.Messaging.Tests")]
