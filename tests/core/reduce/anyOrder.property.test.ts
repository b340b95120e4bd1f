import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshotSchema } from '../../../src/contract/snapshot.ts';
import type { Event } from '../../../src/core/event.ts';
import type { Failure } from '../../../src/core/net/failure.ts';
import { type Question, parseReply, type Reply } from '../../../src/core/docspace/question.ts';
import type { RunRecord } from '../../../src/core/history/runRecord.ts';
import { reduce } from '../../../src/core/reduce/reduce.ts';
import { visibleIn } from '../../../src/core/reduce/visible.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import type { State } from '../../../src/core/state.ts';
import { words } from '../../support/present/presented.ts';
import { answers } from '../docspace/hostile.ts';
import {
  acme,
  day,
  failures,
  globex,
  hour,
  minute,
  redirect,
  second,
  start,
  stateOf,
} from '../../support/given.ts';
import { aimedEnd, backup, savingEvents } from '../../support/core/savingEvents.ts';
import { runOf } from '../../support/core/runs.ts';
import { checkLaws } from '../../support/core/laws.ts';
import { trayOf, windowOf } from '../../support/present/shown.ts';

// Events as no engine would send them: of portals that are not there, replies that nobody waits for, twice, too late.

const runs = Number(process.env['KEEPWATCH_STORIES'] ?? 300);
const id = fc.constantFrom('acme', 'globex', 'nobody', '');
const question = fc.constantFrom<Question[]>(
  { ask: 'progress', scope: 'portal' },
  { ask: 'progress', scope: 'server' },
  { ask: 'history', scope: 'portal' },
  { ask: 'history', scope: 'server' },
  { ask: 'settings' },
  { ask: 'version' },
  { ask: 'key' },
  { ask: 'self' },
  { ask: 'restore' },
);
/** Its server may move it to https. */
const plain = { ...globex, origin: 'http://globex.lan', standalone: true };

const failure = fc.constantFrom<Failure[]>(
  ...Object.values(failures),
  redirect('https://new.example/'),
  redirect('http://['),
  redirect('https://globex.lan:8443/', plain.origin),
  redirect(`${plain.origin}/`, 'https://globex.lan:8443'),
  { kind: 'rateLimited', retryAt: start + hour },
);
const reply: fc.Arbitrary<Reply> = fc
  .tuple(question, fc.oneof(answers.map(succeed), failure.map(fail)))
  .map(([asked, came]) => parseReply(asked, came, start));
const items = fc.array(
  fc.record({ portal: id, id: fc.constantFrom('access silent', 'portal task-a finished', '') }),
  {
    maxLength: 3,
  },
);
const stored = fc.oneof(
  fc.constant(fail(null)),
  fc
    .constantFrom(acme, { ...globex, id: 'third', scopes: ['portal' as const, 'server' as const] })
    .map((portal) => succeed({ portal, kept: 'sealed' as const })),
);

const bare = fc
  .constantFrom(
    ...([
      'time',
      'slept',
      'woke',
      'clockJumped',
      'resumed',
      'windowOpened',
      'windowFocused',
      'windowBlurred',
      'windowClosed',
      'notificationsBack',
      'connectAgreed',
      'connectEdited',
      'historyClosed',
      'allRunsWanted',
    ] as const),
  )
  .map((type): Event => ({ type }));

const events: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: bare },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('replied' as const),
      portal: id,
      ticket: fc.integer({ min: -1, max: 12 }),
      reply,
    }),
  },
  fc.record({
    type: fc.constant('keyStatus' as const),
    portal: id,
    keyStatus: fc.constantFrom(
      'ready' as const,
      'ready' as const,
      'keyringClosed' as const,
      'missing' as const,
    ),
  }),
  fc.record({ type: fc.constant('network' as const), online: fc.boolean() }),
  fc.record({ type: fc.constant('paused' as const), until: fc.constantFrom(Infinity, start, start + day) }),
  fc.record({ type: fc.constantFrom('notificationShown' as const, 'notificationRefused' as const), items }),
  fc.record({ type: fc.constant('historyOpened' as const), portal: id }),
  fc.record({
    type: fc.constant('runsRead' as const),
    portal: id,
    runs: fc.constantFrom<RunRecord[][]>([], [runOf('task-a')]),
  }),
  fc.record({
    type: fc.constant('runChosen' as const),
    run: fc.record({ scope: fc.constantFrom('portal' as const, 'server' as const), id }),
  }),
  fc.record({ type: fc.constant('connectOpened' as const), portal: fc.option(id) }),
  fc.record({
    type: fc.constant('connectSubmitted' as const),
    address: fc.constantFrom('acme.example', 'http://10.0.0.7', '', 'ftp://x', acme.origin),
    keyKind: fc.constantFrom('apiKey' as const, 'sessionToken' as const, null),
  }),
  fc.record({
    type: fc.constant('connectReplied' as const),
    attempt: fc.nat({ max: 6 }),
    reply,
  }),
  fc.record({ type: fc.constant('connectStored' as const), attempt: fc.nat({ max: 6 }), stored }),
  fc.record({ type: fc.constant('checkNow' as const), portal: fc.option(id) }),
  fc.record({
    type: fc.constantFrom(
      ...(['openLink', 'copyLink', 'openPage', 'saveArchive', 'stopSaving', 'showArchive'] as const),
    ),
    portal: id,
    backup,
  }),
  { weight: 4, arbitrary: savingEvents(id) },
  fc.record({ type: fc.constant('openPage' as const), portal: id, backup: fc.constant(null) }),
  fc.record({ type: fc.constant('openPortal' as const), portal: id }),
  fc.record({ type: fc.constant('watchServer' as const), portal: id, on: fc.boolean() }),
  fc.record({ type: fc.constant('rename' as const), portal: id, name: fc.string({ unit: 'binary' }) }),
  fc.record({ type: fc.constant('remove' as const), portal: id }),
);

const gaps = fc.constantFrom(0, 1, 50, 2 * second, 10 * second, minute, hour, 2 * day, -minute, -3 * day);

/** A reply to the question that is waited for, half the time: the others come to nothing. */
function aimed(event: Event, state: State): Event {
  if (event.type !== 'replied' || event.ticket % 2 === 0) return event;
  const poll = state.watches.find(({ portal }) => portal.id === event.portal)?.poll;
  return poll === undefined ? event : { ...event, ticket: poll.ticket };
}

function step(state: State, event: Event, now: number): State {
  const taken = reduce(state, event, now, () => 0.5);
  checkLaws(state, event, taken, now);
  return taken.state;
}

describe('whatever comes, in whatever order', () => {
  test('nothing throws, no law is broken, and what is shown can be sent', () => {
    const comings = fc.array(fc.tuple(events, gaps), { maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(comings, (story) => {
        let now = start;
        let state = stateOf([acme, plain]);
        for (const [event, gap] of story) {
          now += gap;
          state = step(state, aimedEnd(aimed(event, state), state), now);
        }
        state = step(state, { type: 'seen', visible: visibleIn(state) }, now);
        expect(snapshotSchema.safeParse(windowOf(state, words, now, 1, true)).error).toBeUndefined();
        expect(trayOf(state, words, now).tooltip.length).toBeLessThanOrEqual(127);
      }),
      { numRuns: runs },
    );
  }, 600_000);
});
