using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Journease.ServiceDefaults.Tests")]
