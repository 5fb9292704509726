/** Whether browsers of today show a source of `@font-face`; `hint` is what follows its address. */
export const isFontShown = (address: string, hint: string): boolean =>
  hint === '' ? !/\.(?:eot|svgz?)(?:[?#]|$)/i.test(address) : !/\(\W*(?:embedded-opentype|svg)\b/i.test(hint);
