import { holdsNumber } from '../masking/detectors.ts';

/** Amounts, dates, mail addresses, phone and long numbers: what a reader should look at first. */
const personal = [
  /(?:[€$£¥₹]|\b(?:EUR|USD|GBP|CHF|JPY)\b)\s*-?\d|\d\s*(?:[€$£¥₹]|\b(?:EUR|USD|GBP|CHF|JPY)\b)/,
  /\d{1,3}(?:[.,'’ ]\d{3})*[.,]\d{2}(?!\d)/,
  /[\w.+-]+@[\w-]+\.[\w.]+/,
  /\+?\d(?:[\s()/.-]{0,2}\d){6,}/,
  /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/,
  /\b(?:Mr|Mrs|Ms|Dr|Herr|Frau)\.? [A-Z]/,
];

export const looksPersonal = (text: string): boolean =>
  holdsNumber(text) || personal.some((pattern) => pattern.test(text));
