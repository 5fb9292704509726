using System.Text;
using CoBrowse.Gateway.Injection;

namespace CoBrowse.Gateway.Tests.Injection;

public class SnippetInjectorTests
{
    private const string Tag = "<script async src=\"http://g/_cobrowse/snippet/cobrowse.js\" data-tenant=\"demo\" data-server=\"http://g/_cobrowse\"></script>";

    /// <summary>Pages with the place of the snippet marked by a pilcrow; without one the page is left alone.</summary>
    public static TheoryData<string> Pages =>
    [
        "<!doctype html><html><head><title>Bank</title>¶</head><body>Hello</body></html>",
        "\uFEFF<!DOCTYPE html>\r\n<HTML>\n<HEAD>\n<TITLE>B</TITLE>\n¶</HEAD>\n<BODY>x",
        "<!doctype html><title>No head tag</title><link rel=stylesheet href=a.css>¶<p>Hello",
        "<!doctype html><title>Text follows</title> ¶Hello",
        "<html>¶<body class=x>no head",
        "<head>¶</head>",
        "¶<body><p>body alone",
        "<!doctype html>¶<main-app-with-a-very-long-name></main-app-with-a-very-long-name>",
        "<!doctype html><html><head><title>cut off</title>¶",
        "<!doctype html><html><head><base href='https://elsewhere/'>¶</head>",
        "<!-- </head><body> --><!doctype html><!-- - -- > --><html><head>¶</head>",
        "<!doctype html><!--><html><head>¶</head><!-- -->",
        "<!doctype html><!---><html><head>¶</head><!-- -->",
        "<!doctype html><!--!> </head> --><head>¶</head>",
        "<!doctype html><!-- a --!><head>¶</head>",
        "<!doctype html><head><script>var a = '</head><body>';</script>¶</head>",
        "<!doctype html><head><script><!-- <script> </script> </head> --></script>¶</head>",
        "<!doctype html><head><script><!-- </script>¶</head>",
        "<!doctype html><head><script>'</scripty></head>'</script >¶</head>",
        "<!doctype html><head><style>a:before{content:'</head>'}</style>¶</head>",
        "<!doctype html><head><title></head><body></title>¶</head>",
        "<!doctype html><head><noscript><style></style><img></noscript>¶</head>",
        "<!doctype html><head><template><div></head><body><template></template></div><textarea></template></textarea></template>¶</head>",
        "<!doctype html><head><meta name=x content='</head>'><meta name=\"y\" content=\"<body>\">¶</head>",
        "<!doctype html><head></p></><?php ?></ x>¶</head>",
        "<!doctype html><frameset-like>".Insert(15, "¶"),
        "<!doctype html><head>¶<svg><title>x</title></svg>",
        "<!doctype html><head a=b/ c='>' d = \"</head>\" >¶</head>",
        "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'x'><html xmlns='y'><head/>¶</head>",
        "<!doctype html><head><script src=/snippet/cobrowse.json></script>¶</head>",
        "<!doctype html><head><title>Grüße aus Köln ☂</title>¶</head><body>☂",

        // The snippet is there already.
        "<!doctype html><head><script async src=\"https://cobrowse.example/snippet/cobrowse.js\" data-tenant=a></script></head>",
        "<!doctype html><head><SCRIPT defer SRC = '/snippet/cobrowse.js?v=2'></SCRIPT></head><body>",
        "<!doctype html><head><script src=/snippet/cobrowse.js></script></head>",

        // Not documents: what a script fetches to put somewhere.
        "<div>fragment</div>",
        "<!-- partial --><tr><td>1</td></tr>",
        "<option>a</option></head>",
        "plain words <html><head></head>",
        "</head><html>",
        "{\"not\":\"html\"}",
        "",
        "   \n",

        // Ends where no place is.
        "<!doctype html><head><script>unfinished",
        "<!doctype html><head><!-- unfinished",
        "<!doctype html><head><template><p>unfinished",
        "<!doctype html><head><met",
        "<!doctype html><head><link href='",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void SnippetStandsAtTheEndOfTheHead_HoweverThePageIsSplit(string marked)
    {
        var page = Encoding.UTF8.GetBytes(marked.Replace("¶", "", StringComparison.Ordinal));
        var expected = marked.Replace("¶", Tag, StringComparison.Ordinal);

        Assert.Equal(expected, Inject(page, [page.Length]));
        Assert.Equal(expected, Inject(page, [.. Enumerable.Repeat(1, page.Length)]));
        for (var split = 1; split < page.Length; split++)
            Assert.Equal(expected, Inject(page, [split, page.Length - split]));
    }

    [Fact]
    public void RandomSplits_GiveTheSameResult()
    {
        var random = new Random(20260);
        var pages = ((IEnumerable<object[]>)Pages).Select(row => Encoding.UTF8.GetBytes(((string)row[0]).Replace("¶", "", StringComparison.Ordinal))).ToList();
        for (var round = 0; round < 2_000; round++)
        {
            var page = pages[random.Next(pages.Count)];
            var pieces = new List<int>();
            for (var left = page.Length; left > 0; left -= pieces[^1])
                pieces.Add(random.Next(1, left + 1));
            Assert.Equal(Inject(page, [page.Length]), Inject(page, pieces));
        }
    }

    [Fact]
    public void RandomMarkup_LosesNothingAndGetsAtMostOneSnippet()
    {
        string[] words = ["<", ">", "</", "<!--", "-->", "<!doctype html>", "<head>", "</head>", "<script>", "</script>", "<template>", "</template>", "<title>", "</title>", "<meta ", "content='", "\"", "'", "=", "a", " ", "<body>", "\0", "é"];
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++)
        {
            var page = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => words[random.Next(words.Length)]));
            var result = Inject(Encoding.UTF8.GetBytes(page), [1 + random.Next(page.Length), page.Length * 2]);
            var place = result.IndexOf(Tag, StringComparison.Ordinal);
            Assert.Equal(page, place < 0 ? result : result.Remove(place, Tag.Length));
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void WideEncodingsThatNobodyDeclared_AreLeftAlone(string encoding)
    {
        var wide = Encoding.GetEncoding(encoding);
        foreach (var preamble in (byte[][])[[], wide.GetPreamble()])
        {
            byte[] page = [.. preamble, .. wide.GetBytes("<!doctype html><html><head></head><body>x")];
            using var output = new MemoryStream();
            var injector = new SnippetInjector(new SnippetTag("http://g/_cobrowse", "demo"));
            injector.Write(page, output);
            injector.End(output);
            Assert.Equal(page, output.ToArray());
        }
    }

    [Theory]
    [InlineData("<!doctype html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;self&#39;\"></head>", "default-src 'self'")]
    [InlineData("<!doctype html><head><META content='a \"b\"' HTTP-EQUIV=content-security-policy ></head>", "a \"b\"")]
    public void MetaPolicy_IsHandedOverDecodedAndReplaced(string page, string policy)
    {
        var bytes = Encoding.UTF8.GetBytes(page);
        var tag = new SnippetTag("http://g/_cobrowse", "demo");
        for (var split = 1; split < bytes.Length; split++)
        {
            var seen = new List<string>();
            using var output = new MemoryStream();
            var injector = new SnippetInjector(tag, text =>
            {
                seen.Add(text);
                return text + "; x-\"added\"";
            });
            injector.Write(bytes.AsSpan(0, split), output);
            injector.Write(bytes.AsSpan(split), output);
            injector.End(output);
            Assert.Equal([policy], seen);
            var added = (policy + "; x-\"added\"").Replace("\"", "&quot;", StringComparison.Ordinal);
            Assert.Equal($"<!doctype html><head><meta http-equiv=\"Content-Security-Policy\" content=\"{added}\">{Tag}</head>", Encoding.UTF8.GetString(output.ToArray()));
        }
    }

    [Fact]
    public void WhatIsDecided_IsPassedOnAtOnce()
    {
        using var output = new MemoryStream();
        var injector = new SnippetInjector(new SnippetTag("http://g/_cobrowse", "demo"));
        injector.Write("<!doctype html><head><script>var half = 'a scr"u8, output);
        Assert.Equal("<!doctype html><head><script>var half = 'a scr", Encoding.UTF8.GetString(output.ToArray()));
        Assert.False(injector.Done);
    }

    private static string Inject(byte[] page, IReadOnlyList<int> pieces)
    {
        using var output = new MemoryStream();
        var injector = new SnippetInjector(new SnippetTag("http://g/_cobrowse", "demo"));
        var at = 0;
        foreach (var piece in pieces)
        {
            var length = Math.Min(piece, page.Length - at);
            injector.Write(page.AsSpan(at, length), output);
            at += length;
        }

        injector.End(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
