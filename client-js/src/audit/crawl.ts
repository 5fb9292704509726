import type { PageAudit } from './audit-report.ts';
import type { TextElement } from './page/texts.ts';
import { pathOf, plain, type Visitor } from './visit.ts';

export interface Crawled<T> {
  readonly pages: ReadonlyMap<string, T>;
  readonly failed: { readonly address: string; readonly reason: string }[];
}

/** Told of each page before it is opened. */
export type Progress = (address: string, done: number, known: number) => void;

/** Opens `addresses`, and what they lead to while fewer than `most` pages were opened; each path once. */
async function crawl<T>(
  visitor: Visitor,
  addresses: readonly string[],
  most: number,
  progress: Progress,
  look: () => Promise<T>,
): Promise<Crawled<T>> {
  const waiting = addresses.map(plain);
  const seen = new Set(waiting.map(pathOf));
  const pages = new Map<string, T>();
  const failed: { address: string; reason: string }[] = [];
  for (let done = 0; done < waiting.length; done++) {
    const address = waiting[done]!;
    progress(address, done, waiting.length);
    try {
      await visitor.go(address);
      pages.set(visitor.path, await look());
      for (const link of await visitor.links()) {
        if (waiting.length >= most || seen.has(pathOf(link))) continue;
        seen.add(pathOf(link));
        waiting.push(link);
      }
    } catch (error) {
      failed.push({ address, reason: firstLine(error) });
    }
  }
  return { pages, failed };
}

const firstLine = (error: unknown): string => String((error as Error)?.message ?? error).split('\n')[0]!;

export const crawlAudits = (
  visitor: Visitor,
  addresses: readonly string[],
  most: number,
  progress: Progress,
): Promise<Crawled<PageAudit>> => crawl(visitor, addresses, most, progress, () => visitor.audit());

export const crawlTexts = (
  visitor: Visitor,
  addresses: readonly string[],
  most: number,
  progress: Progress,
): Promise<Crawled<TextElement[]>> => crawl(visitor, addresses, most, progress, () => visitor.texts());
