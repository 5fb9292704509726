namespace CoBrowse.Tests.EndToEnd.Driving;

/// <summary>Scripts that open the snippet's closed shadow root, to measure in it or to take it out of a picture.</summary>
internal static class OwnControls
{
    /// <summary>For a context's init script: shadow roots are open from the start.</summary>
    public const string Open =
        "const attach = Element.prototype.attachShadow; Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }); };";

    /// <summary>For a page with <see cref="Open"/>: our controls no longer show.</summary>
    public const string Hide = """
        () => {
          for (const host of document.querySelectorAll('[data-cobrowse-ui]')) {
            if (!host.shadowRoot || host.hiddenForPicture === host.shadowRoot) continue;
            host.hiddenForPicture = host.shadowRoot;
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(':host { display: none !important }');
            host.shadowRoot.adoptedStyleSheets.push(sheet);
          }
        }
        """;
}
