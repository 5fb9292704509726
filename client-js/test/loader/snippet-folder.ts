import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the files of a run find the snippet that the first of them built. */
    snippetFolder: string;
  }
}

/** Gives a run a folder, and takes it away behind it. */
export default async function snippetFolder(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'snippet-'));
  project.provide('snippetFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}
