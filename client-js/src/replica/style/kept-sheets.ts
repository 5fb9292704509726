/** An asset's text made safe, and the state twins that it needs. */
export interface SafeSheet {
  readonly text: string;
  readonly twins: readonly string[];
}

const mostCharacters = 8_000_000;

/**
 * Safe texts from page to page: a site's pages share their sheets, and to make a large one safe takes longer than to
 * show it. Kept under its address, since the text names other assets by addresses that are renewed with it.
 */
export class KeptSheets {
  readonly #sheets = new Map<string, SafeSheet>();
  #size = 0;

  get(address: string): SafeSheet | undefined {
    return this.#sheets.get(address);
  }

  /** Keeps a sheet; what was kept longest ago goes for it. */
  keep(address: string, sheet: SafeSheet): void {
    this.#drop(address);
    if (sheet.text.length > mostCharacters) return;
    this.#sheets.set(address, sheet);
    this.#size += sheet.text.length;
    for (const oldest of this.#sheets.keys()) {
      if (this.#size <= mostCharacters) return;
      this.#drop(oldest);
    }
  }

  #drop(address: string): void {
    this.#size -= this.#sheets.get(address)?.text.length ?? 0;
    this.#sheets.delete(address);
  }
}
