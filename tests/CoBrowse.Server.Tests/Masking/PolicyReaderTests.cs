using System.Text;
using CoBrowse.Server.Masking;
using CoBrowse.Server.Tenants;

namespace CoBrowse.Server.Tests.Masking;

public sealed class PolicyReaderTests
{
    private const string Whole = """
        {"version":1,"text":"strict","allow":["h1","a[href='x']"],"mask":[".iban"],"block":["#secret > p"],
         "rules":[{"select":".balance","effect":"show","class":1},{"select":"td","page":"/transfers/*","effect":"show"},
                  {"select":"input","effect":"field","rights":["value","state"]},{"select":"img","effect":"show","attribute":"title"},
                  {"select":".x","effect":"mask"},{"select":".y","effect":"block"}],
         "patterns":["\\b\\d{3}-\\d{2}-\\d{4}\\b","(?<year>\\d{4})(?=-)"],
         "classes":[{"class":1,"name":"Balances","roles":["wealth"]},{"class":255,"name":"Nobody yet","roles":[]}]}
        """;

    [Fact]
    public void A_whole_document_is_read_and_written_so_that_it_reads_the_same()
    {
        var (document, mistakes) = PolicyReader.Read(Encoding.UTF8.GetBytes(Whole));
        Assert.Empty(mistakes);
        var bytes = document!.ToBytes();
        var again = PolicyReader.Read(bytes);
        Assert.Empty(again.Mistakes);
        Assert.Equal(bytes, again.Document!.ToBytes());
        Assert.Equal(["value", "state"], again.Document.Rules![2].Rights);
        Assert.Contains("a[href='x']", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "The document must be an object")]
    [InlineData("{", "no JSON")]
    [InlineData("""{"version":1,"text":"strict","text":"standard"}""", "names a member twice")]
    [InlineData("""{"version":2,"text":"strict"}""", "version must be 1")]
    [InlineData("""{"text":"strict"}""", "version must be 1")]
    [InlineData("""{"version":1}""", "text is missing")]
    [InlineData("""{"version":1,"text":"unmasked"}""", "text must be strict or standard")]
    [InlineData("""{"version":1,"text":"strict","shows":[]}""", "unknown member 'shows'")]
    [InlineData("""{"version":1,"text":"strict","allow":"h1"}""", "allow must be a list")]
    [InlineData("""{"version":1,"text":"strict","allow":["h1",2]}""", "allow[1] must be a text")]
    [InlineData("""{"version":1,"text":"strict","mask":[""]}""", "mask[0] must be a CSS selector")]
    [InlineData("""{"version":1,"text":"strict","mask":["a["]}""", "mask[0] leaves a bracket")]
    [InlineData("""{"version":1,"text":"strict","block":["a{}"]}""", "block[0] has a '{'")]
    [InlineData("""{"version":1,"text":"strict","block":["a,"]}""", "block[0] begins or ends with a comma")]
    [InlineData("""{"version":1,"text":"strict","patterns":["("]}""", "patterns[0] is no regular expression")]
    [InlineData("""{"version":1,"text":"strict","patterns":["a*"]}""", "patterns[0] matches the empty text")]
    [InlineData("""{"version":1,"text":"strict","patterns":["(?i)a"]}""", "patterns[0] has a construct")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a"}]}""", "rules[0].effect is missing")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"effect":"mask"}]}""", "rules[0].select is missing")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a","effect":"hide"}]}""", "rules[0].effect must be")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a","effect":"mask","page":"transfers"}]}""", "rules[0].page must begin with /")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a","effect":"mask","page":"/x?y"}]}""", "rules[0].page is over the path")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a","effect":"block","attribute":"title"}]}""", "rules[0].attribute goes with")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a","effect":"field"}]}""", "rules[0].rights must name")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a","effect":"show","rights":["value"]}]}""", "rules[0].rights goes with")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a","effect":"field","rights":["all"]}]}""", "rules[0].rights[0] must be one of")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a","effect":"show","class":0}]}""", "rules[0].class must be a number from 1")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a","effect":"show","class":7}]}""", "rules[0].class is 7, which classes does not")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a","effect":"mask","class":1}],"classes":[{"class":1,"name":"a","roles":[]}]}""", "rules[0].class goes with")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a","effect":"field","rights":["value","state"],"class":1}],"classes":[{"class":1,"name":"a","roles":[]}]}""", "rules[0].class goes with the right value")]
    [InlineData("""{"version":1,"text":"strict","rules":[{"select":"a","effect":"show","attribute":"title","class":1}],"classes":[{"class":1,"name":"a","roles":[]}]}""", "rules[0].class is for all of an element")]
    [InlineData("""{"version":1,"text":"strict","classes":[{"class":256,"name":"a","roles":[]}]}""", "classes[0].class must be")]
    [InlineData("""{"version":1,"text":"strict","classes":[{"class":1,"name":"a","roles":[""]}]}""", "classes[0].roles[0] must have")]
    [InlineData("""{"version":1,"text":"strict","classes":[{"class":1,"name":"a","roles":[]},{"class":1,"name":"b","roles":[]}]}""", "class 1 twice")]
    public void A_mistake_is_named_by_its_place(string json, string expected)
    {
        var (document, mistakes) = PolicyReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(document);
        Assert.Contains(mistakes, mistake => mistake.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        const string json = """{"version":3,"text":"loud","mask":["a("],"rules":[{"select":"b)","effect":"hide"}]}""";
        Assert.Equal(5, PolicyReader.Read(Encoding.UTF8.GetBytes(json)).Mistakes.Count);
    }

    [Fact]
    public void What_is_far_too_long_is_refused()
    {
        var json = $$"""{"version":1,"text":"strict","allow":["{{new string('a', PolicyReader.LargestDocument)}}"]}""";
        Assert.Contains("longer than", Assert.Single(PolicyReader.Read(Encoding.UTF8.GetBytes(json)).Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_configurations_policy_is_as_it_was_before_there_were_rules() =>
        Assert.Equal(
            """{"version":1,"text":"standard","allow":["h1"],"mask":[],"block":["#x"]}""",
            Encoding.UTF8.GetString(PolicyDocument.From(new MaskingOptions { Text = "standard", Allow = ["h1"], Block = ["#x"] }).ToBytes()));
}
