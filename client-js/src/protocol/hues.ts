// Dark enough for white names on them, in every theme of the page.
const hues = ['#0a58a6', '#8a3c0a', '#6a2c91', '#0b6b4f', '#a3195b'];

/** The colour of an agent by its number, the same on the customer's page and in every console. */
export const hueOf = (number: number): string => hues[number % hues.length] ?? hues[0]!;
