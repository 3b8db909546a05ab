using Journease.Portal.Tests.Browser;

[assembly: AssemblyFixture(typeof(PortalBrowser))]
