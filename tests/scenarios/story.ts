import { expect } from 'vitest';
import { findScenarios } from '../support/docspace/portal/scenarios/index.ts';
import { openWatchman, type WatchmanOptions } from './watchman.ts';

/** A scenario of the fake portal, and what its administrator is told of it. */
export type Story = Omit<WatchmanOptions, 'scenario'> & {
  scenario: string;
  /** What is out of the ordinary about this way of watching it. */
  when?: string;
  /** How many seconds it is watched. */
  passes: number;
  /** The notifications: after how many seconds, the title, the lines of the body. */
  told: Array<[at: number, title: string, ...lines: string[]]>;
  tooltips: string[];
  /** What the row says in the end: state, reason, next step, expiry of the link. */
  row: string[];
};

/** Watches the scenario, and compares what was said with what ought to be. */
export async function expectStory(story: Story): Promise<void> {
  const { scenario: name, when: _when, passes, told, tooltips, row, ...options } = story;
  const [scenario] = findScenarios(name);
  if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
  const watchman = await openWatchman({ ...options, scenario });
  await watchman.pass(passes);
  const notifications = watchman.told.map(({ at, title, body }) =>
    [at, title, ...body.split('\n')].map(withoutPort),
  );
  expect({ told: notifications, tooltips: watchman.tooltips, row: watchman.row().map(withoutPort) }).toEqual({
    told: told.map(([at, ...lines]) => [at, ...lines]),
    tooltips,
    row,
  });
}

/** The fakes listen where there is room. */
function withoutPort<Said>(said: Said): Said | string {
  return typeof said === 'string' ? said.replace(/(127\.0\.0\.1|localhost):\d+/, '$1') : said;
}
