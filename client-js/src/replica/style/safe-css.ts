import type { AssetAddresses } from '../asset-address.ts';
import { CssRewriter } from '../css/css-rewriter.ts';
import type { SafeSheet } from './kept-sheets.ts';

const needsWork = /url|src|image|cross-fade|\\/i;

/** Makes CSS of the page safe for the replica, and remembers which state twins it needs. */
export class SafeCss {
  readonly #addresses: AssetAddresses;
  readonly #twinUsed: (pseudoClass: string) => void;
  readonly #declarations: CssRewriter;

  constructor(addresses: AssetAddresses, twinUsed: (pseudoClass: string) => void) {
    this.#addresses = addresses;
    this.#twinUsed = twinUsed;
    this.#declarations = this.#rewriter(() => undefined);
  }

  /** A sheet's or rule's text. `importAddress` answers with an address of a sheet made safe already. */
  sheet(css: string, importAddress: (authored: string) => string | undefined = () => undefined): string {
    return this.#rewriter(importAddress).sheet(css);
  }

  /** The text of a sheet that imports nothing, for this page and others. */
  whole(css: string): SafeSheet {
    const twins = new Set<string>();
    const text = this.#rewriter(
      () => undefined,
      (twin) => void twins.add(twin),
    ).sheet(css);
    return this.use({ text, twins: [...twins] });
  }

  /** Takes over a sheet that was made safe for another page. */
  use(sheet: SafeSheet): SafeSheet {
    for (const twin of sheet.twins) this.#twinUsed(twin);
    return sheet;
  }

  /** A style attribute. */
  declarations(css: string): string {
    return needsWork.test(css) ? this.#declarations.declarations(css) : css;
  }

  /** One property's value. */
  value(css: string): string {
    return needsWork.test(css) ? this.#declarations.value(css) : css;
  }

  #rewriter(importAddress: (authored: string) => string | undefined, twinUsed = this.#twinUsed): CssRewriter {
    return new CssRewriter({
      address: (authored) => this.#addresses.resource(authored),
      importAddress,
      twinUsed,
    });
  }
}
