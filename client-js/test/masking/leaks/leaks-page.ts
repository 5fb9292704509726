import { places } from './places/index.ts';
import { type PolicyName, plantAll } from './plant.ts';
import { loud } from './quiet.ts';
import { quietPlaces } from './quiet-places.ts';

/** One line of the report. */
export interface Line {
  readonly place: string;
  readonly cover: string;
  readonly found: string | undefined;
}

declare global {
  interface Window {
    leaks(
      policy: PolicyName,
    ): Promise<{ lines: Line[]; never: string[]; loud: string[]; places: number; quiet: number }>;
  }
}

window.leaks = async (policy) => {
  const { planted } = await plantAll(places, policy);
  return {
    lines: planted.map(({ place, cover, moment, found }) => ({
      place: place.name,
      cover: `${cover}, ${moment}`,
      found,
    })),
    never: places.filter(({ never }) => never !== undefined).map(({ name }) => name),
    loud: await loud(quietPlaces, policy),
    places: places.length,
    quiet: quietPlaces.length,
  };
};
