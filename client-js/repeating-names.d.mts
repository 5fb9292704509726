export function repeatingNames(text: string): string;
