export function ownNames(src: string): Promise<readonly string[]>;
