import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshotSchema } from '../../src/contract/snapshot.ts';
import { parseSettings } from '../../src/core/settings.ts';
import { initialState, settingsOf, type State } from '../../src/core/state.ts';
import { parseSavedWatch, type SavedWatch, toSaved } from '../../src/core/watch/savedWatch.ts';
import { shorten } from '../../src/core/base/text.ts';
import { labelsOf } from '../../src/present/labels.ts';
import { notificationText } from '../../src/present/notification/notification.ts';
import type { Words } from '../../src/present/i18n/i18n.ts';
import { type Question, parseReply, type Reply } from '../../src/core/docspace/question.ts';
import { succeed } from '../../src/core/base/result.ts';
import { answers } from '../core/docspace/hostile.ts';
import { wrapped } from '../core/docspace/answers.ts';
import { minute, secret } from '../support/given.ts';
import { Shell } from '../support/core/shell.ts';
import { type Deed, deeds, happen } from '../world/deeds.ts';
import { portals, Simulation } from '../world/simulation.ts';
import { words } from '../support/present/presented.ts';
import { pseudoWords } from '../support/i18n/pseudo.ts';
import { trayOf, windowOf } from '../support/present/shown.ts';

const stories = Number(process.env['KEEPWATCH_STORIES'] ?? 40);
const frames = /^(idle|running-(0|[1-8])[05]|running-90|uploading|finished|failed|attention|offline|paused)$/;
const names = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom('Acme', '{x} & <b>', '👨‍👩‍👧‍👦'.repeat(9), 'A'.repeat(80), 'שלום'),
);

/** Shows a state in one language, everywhere it can be shown. */
function show(state: State, now: number, spoken: Words): void {
  const snapshot = windowOf(state, spoken, now, 1, true);
  const checked = snapshotSchema.safeParse(snapshot);
  expect(checked.error?.issues).toBeUndefined();
  expect(checked.data).toEqual(snapshot);
  expect(trayOf(state, words, now).icon).toMatch(frames);
  const tooltip = trayOf(state, spoken, now).tooltip;
  expect(tooltip.length).toBeLessThanOrEqual(127);
  expect(tooltip).toBe(shorten(tooltip, 127));
  const menu = trayOf(state, spoken, now).menu;
  for (const line of menu)
    expect(line === null || (line.label !== '' && line.label.length <= 300)).toBe(true);
  expect(JSON.stringify([snapshot, tooltip, menu])).not.toContain(secret);
}

function showNotifications({ shell }: Simulation, spoken: Words): void {
  for (const { notification } of shell.shown.slice(-3)) {
    const text = notificationText(notification, shell.state, spoken, shell.now);
    expect(text.title).not.toBe('');
    expect(text.body.split('\n').length).toBeLessThanOrEqual(4);
    expect(JSON.stringify(text)).not.toContain(secret);
  }
}

function play(story: readonly Deed[], name: string): void {
  const simulation = new Simulation(() => 0.5);
  simulation.shell.does({ type: 'rename', portal: 'acme', name });
  simulation.shell.open();
  for (const deed of story) {
    happen(simulation, deed);
    for (const spoken of [words, pseudoWords]) {
      show(simulation.shell.state, simulation.shell.now, spoken);
      showNotifications(simulation, spoken);
    }
  }
}

describe('whatever happens', () => {
  test('it can be shown, in any language, within the limits, and without a link or a key', () => {
    fc.assert(fc.property(fc.array(deeds, { maxLength: 40, size: 'max' }), names, play), {
      numRuns: Number(process.env['KEEPWATCH_STORIES'] ?? 40),
    });
  }, 600_000);
});

describe('whatever a server answers', () => {
  const replies = fc.array(answers, { minLength: 1, maxLength: 30, size: 'max' });

  test('it can be shown, and stops nobody', () => {
    fc.assert(
      fc.property(replies, (given) => {
        let index = 0;
        const answer = (_portal: string, question: Question, now: number): Reply =>
          parseReply(question, succeed(given[index++ % given.length] ?? wrapped()), now);
        const shell = new Shell({ answer }, portals).open();
        for (let poll = 0; poll < given.length; poll += 1) {
          shell.pass(minute).does({ type: 'checkNow', portal: null });
          for (const spoken of [words, pseudoWords]) show(shell.state, shell.now, spoken);
        }
      }),
      { numRuns: stories },
    );
  }, 600_000);
});

describe('whatever a damaged file holds', () => {
  const long = fc.constantFrom('x'.repeat(5000), 'İ'.repeat(3000), '\u202E'.repeat(3000), '👨‍👩‍👧‍👦'.repeat(500));

  /** The file with other texts where a portal's own words or names were. */
  function damaged(file: unknown, text: string): unknown {
    return JSON.parse(JSON.stringify(file), (name, value: unknown) =>
      ['name', 'error', 'archive', 'job', 'task', 'mark', 'told'].includes(name) && typeof value === 'string'
        ? text
        : value,
    );
  }

  test('it can be shown', () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 30, size: 'max' }), long, (story, text) => {
        const simulation = new Simulation(() => 0.5);
        simulation.shell.open();
        for (const deed of story) happen(simulation, deed);
        const { state, now } = simulation.shell;
        const { settings } = parseSettings(damaged(settingsOf(state), text));
        const savedWatches = new Map<string, SavedWatch>();
        for (const watch of state.watches) {
          const saved = parseSavedWatch(damaged(toSaved(watch), text));
          if (saved !== null) savedWatches.set(watch.portal.id, saved);
        }
        const next = initialState(settings, savedWatches, state.application, now, () => 0.5);
        // The key is there, and the first look has told nothing new.
        const watches = next.watches.map((watch) => ({
          ...watch,
          keyStatus: 'ready' as const,
          jobs: {
            portal: { ...watch.jobs.portal, readAt: now },
            server: { ...watch.jobs.server, readAt: now },
          },
        }));
        for (const spoken of [words, pseudoWords]) show({ ...next, watches }, now, spoken);
      }),
      { numRuns: stories },
    );
  }, 600_000);
});

test('the fixed words go along with the first snapshot only', () => {
  const { state, now } = new Simulation(() => 0.5).shell;
  expect(windowOf(state, words, now, 7, true)).toMatchObject({ revision: 7, labels: labelsOf(words) });
  expect(windowOf(state, words, now, 8, false).labels).toBeNull();
  expect(windowOf(state, pseudoWords, now, 8, false)).toMatchObject({
    language: 'ar-XB',
    direction: 'rtl',
    theme: 'system',
    paused: false,
    settings: { startAtLogin: false, canStartAtLogin: true },
  });
});
