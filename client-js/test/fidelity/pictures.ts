import { mkdirSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { paneHeight as height, paneWidth as width } from './case-server.ts';
import type { Texts } from './fidelity-page.ts';

/** Compares panes of a picture of the bench, and keeps what it compared, if it is told where. */
export class Pictures {
  /** Takes every picture. */
  readonly #all = process.env['COBROWSE_PICTURES'];
  /** Takes pictures and documents that differ. */
  readonly #differing = process.env['COBROWSE_DIFFERENCES'];

  /** The number of pixels in which pane `pane` is other than the source. */
  differing(picture: Buffer, pane: number, name: string): number {
    const bench = PNG.sync.read(picture);
    const same = isSame(bench, pane);
    if (same && !this.#all) return 0;
    const [source, replica] = [cut(bench, 0), cut(bench, pane)];
    const marked = new PNG({ width, height });
    const pixels = pixelmatch(source.data, replica.data, marked.data, width, height, { threshold: 0.1 });
    for (const folder of [this.#all, pixels > 0 && this.#differing])
      if (folder) keepPanes(folder, [source, replica, marked], name);
    return pixels;
  }

  /** Two documents that differ. */
  keepTexts({ source, replica }: Texts, name: string): void {
    if (!this.#differing) return;
    writeFileSync(fileIn(this.#differing, `${name}-source`, 'txt'), source);
    writeFileSync(fileIn(this.#differing, `${name}-replica`, 'txt'), replica);
  }
}

function keepPanes(folder: string, panes: readonly PNG[], name: string): void {
  const all = new PNG({ width: width * panes.length, height });
  panes.forEach((pane, index) => {
    PNG.bitblt(pane, all, 0, 0, width, height, index * width, 0);
  });
  writeFileSync(fileIn(folder, name, 'png'), PNG.sync.write(all));
}

function fileIn(folder: string, name: string, type: string): string {
  mkdirSync(folder, { recursive: true });
  return `${folder}/${name.replace(/[^\w-]+/g, '_')}.${type}`;
}

/** Most replicas equal their source byte by byte. */
function isSame({ data, width: all }: PNG, pane: number): boolean {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.length);
  for (let y = 0; y < height; y++) {
    const [one, two] = [y * all * 4, (y * all + pane * width) * 4];
    if (bytes.compare(bytes, one, one + width * 4, two, two + width * 4) !== 0) return false;
  }
  return true;
}

function cut(bench: PNG, pane: number): PNG {
  const one = new PNG({ width, height });
  PNG.bitblt(bench, one, pane * width, 0, width, height, 0, 0);
  return one;
}
