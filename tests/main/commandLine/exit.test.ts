import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/contract/answer.ts';
import type { PortalFacts, WatchFacts } from '../../../src/contract/facts.ts';
import { runWords } from '../../../src/main/commandLine/run.ts';
import type { Complaint } from '../../../src/main/commandLine/take.ts';
import { beginningOf, happeningsBetween } from '../../../src/present/commandLine/happenings.ts';
import { ended, factsWith, portalFacts, running } from '../../support/present/facts.ts';

// How commands end: what scripts are told by the exit code, and where the words go.

/** What is answered while the portals stand so, one after the other: each answer is printed as its kind. */
function answersOf([first = [], ...later]: PortalFacts[][]): Answer[] {
  let before = factsWith(first);
  const event = (facts: ReturnType<typeof beginningOf>[number]): Answer => ({
    is: 'event',
    facts,
    lines: [{ tone: 'calm', text: facts.event }],
  });
  const next = (after: WatchFacts): Answer[] => {
    const answers = happeningsBetween(before, after).map(event);
    before = after;
    return answers;
  };
  return [
    { is: 'status', facts: before, lines: [{ tone: 'calm', text: 'status' }] },
    ...beginningOf(before).map(event),
    ...later.flatMap((portals) => next(factsWith(portals))),
  ];
}

/** Runs a command: its exit code, what it has printed, and what it complains of. */
async function ran(
  line: string,
  stands: PortalFacts[][] = [[portalFacts()]],
  end: Complaint | 'never' = 'quit',
): Promise<[code: number, printed: string, complaint: string, waited: number[]]> {
  let [printed, complaint] = ['', ''];
  const waited: number[] = [];
  const code = await runWords(line.split(' '), {
    version: '0.1.0',
    place: { folder: '', socket: '' },
    user: undefined,
    write: (text) => (printed += text),
    complain: (text) => (complaint += text),
    coloured: false,
    lookAlone: async () => async (hear) => {
      const isOver = answersOf(stands).some((answer) => hear(answer));
      return end === 'never' ? new Promise(() => undefined) : isOver ? 'noAccess' : end;
    },
    after: (delay, wake) => {
      waited.push(delay);
      if (end === 'never') wake();
      return () => undefined;
    },
  });
  return [code, printed, complaint, waited];
}

const complains = expect.stringMatching(/^keepwatch: \S.*\n/);

describe('wait', () => {
  test.each([
    ['finished', 0],
    ['gaps', 10],
    ['problem', 11],
    ['failed', 12],
    ['cancelled', 13],
    ['unknown', 14],
  ] as const)(
    'for a backup with the outcome %s ends with %i, and prints that end alone',
    async (how, code) => {
      const stands = [[portalFacts(running)], [portalFacts(ended(how))]];
      expect(await ran('wait --portal acme.example', stands)).toEqual([code, 'ended\n', '', []]);
    },
  );

  test.each([
    ['is not watched any more', [[portalFacts(running)], []]],
    ['is none', [[]]],
    ['is one of several', [[portalFacts(), portalFacts({ id: 'other' })]]],
  ])('for a portal that %s ends with 4, and prints nothing', async (_what, stands) => {
    expect(await ran('wait --portal acme.example', stands)).toEqual([4, '', complains, []]);
  });

  test('ends with 5 after its time', async () => {
    const line = 'wait --portal acme.example --timeout 15m';
    expect(await ran(line, [[portalFacts(running)]], 'never')).toEqual([5, '', complains, [900_000]]);
  });
});

test('follow prints a line for each event, and nothing of what was before', async () => {
  const stands = [[portalFacts()], [portalFacts(running)], [portalFacts(ended('failed'))]];
  expect(await ran('follow --portal acme.example', stands)).toEqual([
    3,
    'stands\nstarted\nended\n',
    complains,
    [],
  ]);
});

test('status of a portal that cannot be seen is printed, and ends with 6', async () => {
  const unseen = portalFacts({ state: 'noAccess', scope: null, cause: 'keyRefused' });
  expect(await ran('status --portal acme.example', [[unseen]])).toEqual([6, 'status\n', '', []]);
  expect(await ran('status --portal acme.example')).toEqual([0, 'status\n', '', []]);
});

test.each<[Complaint, number]>([
  ['unreadable', 1],
  ['address', 2],
  ['keyOnTerminal', 2],
  ['noKey', 2],
  ['notRunning', 3],
  ['quit', 3],
  ['noAccess', 6],
])('where there is nothing to look at (%s) the command ends with %i', async (why, code) => {
  expect(await ran('wait --portal acme.example', [[portalFacts(running)]], why)).toEqual([
    code,
    '',
    complains,
    [],
  ]);
});

test('where nothing runs, status and wait end with 3', async () => {
  expect(await ran('status')).toEqual([3, '', complains, []]);
  expect(await ran('wait Acme')).toEqual([3, '', complains, []]);
});

test('what is not understood ends with 2; what is asked for is printed', async () => {
  expect(await ran('frobnicate')).toEqual([2, '', complains, []]);
  expect(await ran('--version')).toEqual([0, 'Keepwatch 0.1.0\n', '', []]);
  expect(await ran('--help')).toEqual([0, expect.stringMatching(/^Usage: keepwatch /), '', []]);
});
