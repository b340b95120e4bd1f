import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, minute, second } from '../support/given.ts';
import { type Deed, deeds, happen } from './deeds.ts';
import { Simulation } from './simulation.ts';

const runs = Number(process.env['KEEPWATCH_STORIES'] ?? 120);

/** Plays a story from its beginning to a calm end. Each step of it is held against the laws. */
function play(story: readonly Deed[], luck: number): Simulation {
  const simulation = new Simulation(() => luck);
  simulation.shell.open();
  for (const deed of story) happen(simulation, deed);
  simulation.calmDown();
  return simulation;
}

/** A history that does not answer, and a clock that is set back: found by these stories. */
const clockSetBack: Deed[] = [
  { do: 'history', failure: { kind: 'timeout', detail: 'ETIMEDOUT' } },
  { do: 'backUp', place: 'globex server', fate: 'finishes', length: 4 * minute },
  { do: 'pass', length: 40 * second },
  { do: 'replace', place: 'globex server', fate: 'hasProblem', length: 1 },
  { do: 'pass', length: 12 * minute },
  { do: 'setClock', by: -2 * day },
];

/** Killed over the first answer ever, right after what came of it was saved. */
const killedOverFirst: Deed[] = [
  { do: 'pass', length: second },
  { do: 'backUp', place: 'acme portal', fate: 'finishes', length: 1 },
  { do: 'sleepForGood', length: 20 * second },
  { do: 'kill', after: 1 },
  { do: 'pass', length: second },
];

describe('whatever happens, in whatever order', () => {
  test('each ending that could be seen is told once, as what it was, and no step breaks a law', () => {
    const luck = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 50, size: 'max' }), luck, (story, chance) => {
        expect(play(story, chance).flaws()).toEqual([]);
      }),
      {
        numRuns: runs,
        examples: [
          [clockSetBack, 0],
          [killedOverFirst, 0.95],
        ],
      },
    );
  }, 600_000);
});
