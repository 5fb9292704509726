// What pieces of a text cost about when it is compressed with deflate: a character costs its rarity, a repetition costs
// more the farther it is from what it repeats. Asked again and again while single characters of the text change.

const farthest = 32_768;
const shortest = 3;
/** So many of the nearest repetitions are looked at: farther ones cost more, and are seldom much longer. */
const looked = 16;
/** Bits of a repetition beside those of its distance. */
const repetition = 10;
const farBits = Float64Array.from({ length: farthest + 1 }, (_, far) =>
  Math.max(0, Math.floor(Math.log2(far || 1)) - 1),
);
const lengthBits = (length) => (length > 18 ? 2 : length > 10 ? 1 : 0);

export class Repeats {
  #text;
  #rarity;
  /** Where three characters stand, in order; in one list with those that only look alike in ASCII. */
  #index = Array.from({ length: 0x20_0000 }, () => undefined);
  #least = new Float64Array(0);

  /** @param {string} text */
  constructor(text) {
    this.#text = Uint16Array.from(text, (character) => character.charCodeAt(0));
    this.#rarity = rarityIn(this.#text);
    for (let at = 0; at + shortest <= this.#text.length; at++) this.#at(at).push(at);
  }

  /** Writes one character where several pieces start. */
  write(places, character) {
    const code = character.charCodeAt(0);
    for (const { start: place } of places) {
      const from = Math.max(0, place - shortest + 1);
      const to = Math.min(place, this.#text.length - shortest);
      for (let at = from; at <= to; at++) {
        const known = this.#at(at);
        known.splice(indexIn(known, at), 1);
      }
      this.#text[place] = code;
      for (let at = from; at <= to; at++) {
        const known = this.#at(at);
        known.splice(indexIn(known, at), 0, at);
      }
    }
  }

  /** The bits of the cheapest way to say what stands from `start` to `end`. */
  cost(start, end) {
    const size = end - start;
    if (this.#least.length <= size) this.#least = new Float64Array(2 * size);
    const least = this.#least;
    least.fill(Number.POSITIVE_INFINITY, 0, size + 1);
    least[0] = 0;
    for (let done = 0; done < size; done++) {
      const said = least[done] + this.#rarity[this.#text[start + done]];
      if (said < least[done + 1]) least[done + 1] = said;
      if (size - done >= shortest) this.#repeat(start + done, end, done);
    }
    return least[size];
  }

  /** Enters what it costs to repeat what stands elsewhere. */
  #repeat(at, end, done) {
    const text = this.#text;
    const least = this.#least;
    const known = this.#at(at);
    const here = indexIn(known, at);
    const most = end - at;
    let before = here - 1;
    let behind = here + 1;
    let longest = shortest - 1;
    for (let count = 0; count < looked && longest < most; count++) {
      const left = before < 0 ? farthest + 1 : at - known[before];
      const right = behind >= known.length ? farthest + 1 : known[behind] - at;
      const far = Math.min(left, right);
      if (far > farthest) return;
      const other = left <= right ? known[before--] : known[behind++];
      let length = 0;
      while (length < most && text[other + length] === text[at + length]) length++;
      const bits = least[done] + repetition + farBits[far];
      for (; longest < length; longest++) {
        const all = bits + lengthBits(longest + 1);
        if (all < least[done + longest + 1]) least[done + longest + 1] = all;
      }
    }
  }

  #at(at) {
    const text = this.#text;
    const key = ((text[at] & 0x7f) << 14) | ((text[at + 1] & 0x7f) << 7) | (text[at + 2] & 0x7f);
    const known = this.#index[key] ?? [];
    this.#index[key] = known;
    return known;
  }
}

function rarityIn(text) {
  const counts = new Float64Array(0x1_0000);
  for (const code of text) counts[code]++;
  return counts.map((count) => (count ? Math.min(11, Math.max(4, 1 - Math.log2(count / text.length))) : 11));
}

/** Where `value` stands in a sorted list, or would. */
function indexIn(list, value) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
