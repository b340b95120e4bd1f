import type { Scenario } from '../scenario.ts';
import * as access from './access.ts';
import * as archives from './archives.ts';
import * as doubtful from './doubtful.ts';
import * as downloads from './downloads.ts';
import * as endings from './endings.ts';
import * as redirects from './redirects.ts';
import * as results from './results.ts';
import * as silence from './silence.ts';
import * as versions from './versions.ts';

/** Every scenario, in the order of the API note's list. Whatever one of the files exports is one. */
export const scenarios: Scenario[] = [
  results,
  endings,
  doubtful,
  versions,
  access,
  silence,
  redirects,
  downloads,
  archives,
]
  .flatMap((theme): Scenario[] => Object.values(theme))
  .toSorted((one, other) => one.number - other.number);

/** The scenarios that a person means by a name, the beginning of one, or a number. */
export function findScenarios(wanted: string): Scenario[] {
  const exact = scenarios.filter(({ name, number }) => name === wanted || String(number) === wanted);
  return exact.length > 0 ? exact : scenarios.filter(({ name }) => wanted !== '' && name.startsWith(wanted));
}
