/** Lower case letters alone: what passes for a keyword, a tag name or a part of an address. */
export function secretOf(index: number): string {
  const letters = [676, 26, 1].map((unit) => String.fromCharCode(97 + (Math.floor(index / unit) % 26)));
  return `zqk${letters.join('')}jwx`;
}

const each = (text: string, write: (code: number) => string, between = '') =>
  [...text].map((letter) => write(letter.codePointAt(0)!)).join(between);

/** In base64 a text looks different at each of three offsets; only its middle stays. */
const base64 = (text: string) =>
  [0, 1, 2].map((offset) => {
    const padded = btoa(`${' '.repeat(offset)}${text}  `);
    return padded.slice(offset === 0 ? 0 : 4, 4 + Math.floor((text.length - 3) / 3) * 4);
  });

/** The ways in which a secret may be written. */
export function spellings(secret: string): { folded: string[]; exact: string[] } {
  const hex = each(secret, (code) => code.toString(16).padStart(2, '0'));
  return {
    folded: [
      secret,
      [...secret].reverse().join(''),
      hex,
      each(secret, (code) => `%${code.toString(16)}`),
      each(secret, (code) => `&#${code};`),
      each(secret, (code) => `&#x${code.toString(16)};`),
      each(secret, (code) => `\\u${code.toString(16).padStart(4, '0')}`),
      each(secret, (code) => `\\${code.toString(16)} `),
      each(secret, String, ','),
      each(secret, (code) => `${String.fromCharCode(code)}\0`),
      each(secret, (code) => String.fromCharCode(code), ' '),
      each(secret, (code) => String.fromCharCode(code), '","'),
    ],
    exact: base64(secret),
  };
}

/** Where a secret stands in what left, or undefined. */
export function finder(corpora: ReadonlyMap<string, string>): (secret: string) => string | undefined {
  const folded = new Map([...corpora].map(([name, text]) => [name, text.toLowerCase()]));
  return (secret) => {
    const { folded: loose, exact } = spellings(secret);
    for (const [name, text] of folded) {
      if (loose.some((spelling) => text.includes(spelling))) return name;
      if (exact.some((spelling) => corpora.get(name)!.includes(spelling))) return name;
    }
    return undefined;
  };
}

export const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

/** Bytes as text, by both ways to read them. */
export const readings = (bytes: Uint8Array): string => `${new TextDecoder().decode(bytes)}\n${latin(bytes)}`;
