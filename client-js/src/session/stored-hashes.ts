import { tried } from '../capture/tried.ts';

const key = 'cobrowse.assets';
/** The first ones: a page's sheets and fonts come before what its canvases draw. */
const most = 500;

/** The hashes that the node has of a session, as far as this tab's `sessionStorage` knows. */
export function readHashes(session: string): readonly string[] {
  const [owner, ...hashes] = tried(() => [...(JSON.parse(sessionStorage.getItem(key)!) as string[])]) ?? [];
  return owner === session ? hashes : [];
}

/** Keeps them for the session's next page; without any, nothing is left. */
export function writeHashes(session: string, hashes: readonly string[]): void {
  tried(() => {
    if (hashes.length > 0) sessionStorage.setItem(key, JSON.stringify([session, ...hashes.slice(0, most)]));
    else sessionStorage.removeItem(key);
  });
}
