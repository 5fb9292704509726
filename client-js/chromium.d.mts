export function findInstalled(): string | undefined;
export const chromium: { executablePath: string | undefined; args: string[] };
