export const chromium: { executablePath: string | undefined; args: string[] };
