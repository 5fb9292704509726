export function orderedFunctions(text: string): string;
