using Journease.Browsing;

[assembly: AssemblyFixture(typeof(PortalBrowser))]
