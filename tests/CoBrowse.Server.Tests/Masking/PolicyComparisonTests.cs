using System.Text;
using CoBrowse.Server.Masking;

namespace CoBrowse.Server.Tests.Masking;

public sealed class PolicyComparisonTests
{
    private const string Base = """
        "allow":["h1"],"mask":[".iban"],"block":["#secret"],"patterns":["\\d{9}"],
        "rules":[{"select":"td","effect":"show"},{"select":".sum","effect":"show","class":1},{"select":".pin","effect":"mask"},{"select":"input","effect":"field","rights":["state"]}],
        "classes":[{"class":1,"name":"Balances","roles":["wealth"]}]
        """;

    [Theory]
    [InlineData("\"mask\":[\".iban\"]", "\"mask\":[\".iban\",\".name\"]")]
    [InlineData("\"block\":[\"#secret\"]", "\"block\":[\"#secret\",\"#more\"]")]
    [InlineData("\"patterns\":[", "\"patterns\":[\"[A-Z]{8}\",")]
    [InlineData("\"allow\":[\"h1\"]", "\"allow\":[]")]
    [InlineData("{\"select\":\"td\",\"effect\":\"show\"},", "")]
    [InlineData(",{\"select\":\"input\",\"effect\":\"field\",\"rights\":[\"state\"]}", "")]
    [InlineData("\"rules\":[", "\"rules\":[{\"select\":\".name\",\"effect\":\"block\"},")]
    [InlineData("\"text\":\"standard\"", "\"text\":\"strict\"", "standard")]
    public void A_further_restriction_shows_no_more(string from, string to, string text = "strict") =>
        Assert.Empty(Compare(text, from, to));

    [Theory]
    [InlineData("\"text\":\"strict\"", "\"text\":\"standard\"", "text:")]
    [InlineData("\"allow\":[\"h1\"]", "\"allow\":[\"h1\",\"h2\"]", "allow: added h2")]
    [InlineData("\"mask\":[\".iban\"]", "\"mask\":[]", "mask: removed .iban")]
    [InlineData("\"mask\":[\".iban\"]", "\"mask\":[\".iban2\"]", "mask: removed .iban")]
    [InlineData("\"block\":[\"#secret\"]", "\"block\":[]", "block: removed")]
    [InlineData("\"patterns\":[\"\\\\d{9}\"],", "", "patterns: removed")]
    [InlineData("\"rules\":[", "\"rules\":[{\"select\":\"th\",\"effect\":\"show\"},", "rules: added")]
    [InlineData("\"rules\":[", "\"rules\":[{\"select\":\"p\",\"effect\":\"show\",\"class\":1},", "rules: added")]
    [InlineData("[\"state\"]", "[\"state\",\"value\"]", "rules: added")]
    [InlineData("[\"state\"]", "[\"value\"]", "rules: removed")]
    [InlineData("{\"select\":\".pin\",\"effect\":\"mask\"},", "", "rules: removed")]
    [InlineData("{\"select\":\".pin\",\"effect\":\"mask\"}", "{\"select\":\".pin\",\"effect\":\"mask\",\"page\":\"/x\"}", "rules: removed")]
    [InlineData("[\"wealth\"]", "[\"wealth\",\"agent\"]", "classes: changed")]
    [InlineData("{\"select\":\".sum\",\"effect\":\"show\",\"class\":1},", "", "rules: removed")]
    [InlineData("[\"wealth\"]", "[]", "classes: changed")]
    public void Whatever_else_changes_may_show_more(string from, string to, string place) =>
        Assert.Contains(Compare("strict", from, to), shown => shown.StartsWith(place, StringComparison.Ordinal));

    [Fact]
    public void The_order_of_things_shows_nothing() => Assert.Empty(PolicyComparison.ShowsMore(
        Read("""{"version":1,"text":"strict","allow":["a","b"],"rules":[{"select":"x","effect":"show"},{"select":"y","effect":"show"}]}"""),
        Read("""{"version":1,"text":"strict","allow":["b","a"],"rules":[{"select":"y","effect":"show"},{"select":"x","effect":"show"}]}""")));

    private static IReadOnlyList<string> Compare(string text, string from, string to)
    {
        var before = $$"""{"version":1,"text":"{{text}}",{{Base}}}""";
        Assert.Contains(from, before, StringComparison.Ordinal);
        return PolicyComparison.ShowsMore(Read(before), Read(before.Replace(from, to, StringComparison.Ordinal)));
    }

    private static PolicyDocument Read(string json)
    {
        var (document, mistakes) = PolicyReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Empty(mistakes);
        return document!;
    }
}
