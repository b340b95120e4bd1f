import { describe, expect, onTestFinished, test } from 'vitest';
import { obey } from '../support/docspace/console.ts';
import { openPortal } from '../support/docspace/openPortal.ts';
import { scenarios } from '../support/docspace/portal/scenarios/index.ts';
import { access } from './stories/access.ts';
import { doubtful } from './stories/doubtful.ts';
import { downloads } from './stories/downloads.ts';
import { endings } from './stories/endings.ts';
import { redirects } from './stories/redirects.ts';
import { results } from './stories/results.ts';
import { silence } from './stories/silence.ts';
import { versions } from './stories/versions.ts';
import { expectStory, type Story } from './story.ts';

// What is told of each scenario of the fake portal: through the real transport, into the core, out as words.

const themes = { endings, doubtful, results, versions, access, silence, redirects, downloads };

function title({ scenario, when, passes }: Story): string {
  return `${scenario}${when === undefined ? '' : `, where ${when}`}, for ${passes} s`;
}

describe.each(Object.entries(themes))('%s', (_theme, stories) => {
  test.each(stories.map((story) => [title(story), story] as const))('%s', async (_title, story) =>
    expectStory(story),
  );
});

test('every scenario of the fake portal is told of, and can be played by its name', async () => {
  const told = new Set(Object.values(themes).flatMap((stories) => stories.map(({ scenario }) => scenario)));
  expect([...told].toSorted()).toEqual(scenarios.map(({ name }) => name).toSorted());
  const portal = await openPortal();
  onTestFinished(() => portal.world.misbehaviours.clear());
  for (const { name, says } of scenarios) {
    expect(obey(portal, `play ${name}`)).toBe(`Playing ${name}. ${says}`);
  }
});
