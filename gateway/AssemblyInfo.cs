using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Journease.Gateway.Tests")]
