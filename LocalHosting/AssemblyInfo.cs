using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Journease.LocalHosting.Tests")]
