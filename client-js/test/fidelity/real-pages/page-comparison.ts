import { mkdirSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { windowSize as size } from './window-size.ts';

const pictures = process.env['COBROWSE_PICTURES'];

/** The number of pixels in which a replica differs from its source; keeps both if it is told where. */
export function differingPixels(source: PNG, replica: PNG, name: string): number {
  if (!pictures && Buffer.compare(source.data, replica.data) === 0) return 0;
  const difference = new PNG(size);
  const pixels = pixelmatch(source.data, replica.data, difference.data, size.width, size.height, {
    threshold: 0.1,
  });
  if (pictures) keep(pictures, name, [source, replica, difference]);
  return pixels;
}

/** Keeps both documents of a comparison if it is told where. */
export function keepTexts(name: string, source: string, replica: string): void {
  if (!pictures) return;
  writeFileSync(`${pictures}/${fileName(name)}-source.txt`, source);
  writeFileSync(`${pictures}/${fileName(name)}-replica.txt`, replica);
}

function keep(folder: string, name: string, panes: readonly PNG[]): void {
  mkdirSync(folder, { recursive: true });
  const all = new PNG({ width: size.width * panes.length, height: size.height });
  panes.forEach((one, index) => {
    PNG.bitblt(one, all, 0, 0, size.width, size.height, index * size.width, 0);
  });
  writeFileSync(`${folder}/${fileName(name)}.png`, PNG.sync.write(all));
}

const fileName = (name: string) => name.replace(/[^\w.-]+/g, '_');
