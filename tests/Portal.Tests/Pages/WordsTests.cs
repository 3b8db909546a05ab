using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Journease.Portal.Tests.Pages;

/// <summary>Every word that a page says stands in its resources.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void Every_text_that_a_page_asks_for_is_there()
    {
        var asked = Directory.GetFiles(PortalFolder(), "*.razor", SearchOption.AllDirectories)
            .SelectMany(page => Asks().Matches(File.ReadAllText(page)).Select(ask => (Page: page, Key: ask.Groups[1].Value))).ToList();

        Assert.NotEmpty(asked);
        var missing = asked.Where(ask => !Keys(Path.ChangeExtension(ask.Page, ".resx")).Contains(ask.Key))
            .Select(ask => $"{Path.GetFileName(ask.Page)}: {ask.Key}");
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_resource_is_found_by_the_page_it_belongs_to()
    {
        var assembly = typeof(Program).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal)))
        {
            var type = assembly.GetType(name[..^".resources".Length]);
            Assert.True(type is not null, $"{name} belongs to no page");
        }
    }

    [Fact]
    public void No_text_uses_the_clinics_words_where_people_have_their_own()
    {
        var texts = Directory.GetFiles(PortalFolder(), "*.resx", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file).Descendants("value")).Select(value => value.Value);
        Assert.DoesNotContain(texts, text => ClinicsWords().IsMatch(text));
    }

    private static HashSet<string> Keys(string resx) =>
        File.Exists(resx) ? [.. XDocument.Load(resx).Descendants("data").Select(data => data.Attribute("name")!.Value)] : [];

    private static string PortalFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Journease.Platform.sln")))
        {
            folder = folder.Parent;
        }
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The repository was not found."), "portal");
    }

    [GeneratedRegex("""\bT\["([A-Za-z0-9.]+)"[\],]""")]
    private static partial Regex Asks();

    [GeneratedRegex("dosing|no-show|non-response|withdrawn|patient|mentally ill|suffer", RegexOptions.IgnoreCase)]
    private static partial Regex ClinicsWords();
}
