import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from './application.ts';
import { RealPageRunner } from './real-page-runner.ts';

/** Declares a test for each application: after every step its replica is what the page is. */
export function compareApplications(applications: readonly Application[]): void {
  const runner = new RealPageRunner();
  beforeAll(() => runner.start(), 30_000);
  afterAll(() => runner.stop());

  describe('the replica of an application is what the page is after every step', () => {
    it.each(applications.map((application) => [application.name, application] as const))(
      '%s',
      async (_, application) => {
        const { differences, foreign } = await runner.walk(application);
        expect(differences).toEqual([]);
        expect(foreign).toEqual([]);
      },
      90_000,
    );
  });
}
