import { expect, test } from 'vitest';
import { newAttempt } from '../../../src/core/connect/attempt.ts';
import { stepConnect } from '../../../src/core/connect/connect.ts';
import type { Failure } from '../../../src/core/net/failure.ts';
import { fail } from '../../../src/core/base/result.ts';
import { nothing, start } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

const away = {
  kind: 'proxy',
  problem: 'unreached',
  proxy: 'http://proxy.lan:3128',
  detail: 'ECONNREFUSED',
} as const satisfies Failure;

const nobody = { portals: [], now: start };
const submitted = {
  type: 'connectSubmitted',
  address: 'https://acme.example',
  keyKind: 'apiKey',
} as const;

test('a portal behind a proxy that is away cannot be added, and the proxy is remembered', () => {
  const asking = stepConnect(newAttempt, submitted, nobody);
  const { attempt } = asking;
  const reply = { ask: 'settings', got: fail(away) } as const;
  expect(stepConnect(asking, { type: 'connectReplied', attempt, reply }, nobody)).toMatchObject({
    proxy: away,
    stage: { is: 'refused', refusal: { at: 'address', why: 'failure' } },
  });
  const reading = { ...asking, stage: { is: 'reading', inVain: true } as const };
  const shown = { type: 'certificateShown', attempt, shown: fail(away) } as const;
  expect(stepConnect(reading, shown, nobody)).toMatchObject({ proxy: away, stage: { is: 'refused' } });
  // A certificate that nobody waits for any more is not asked about.
  expect(stepConnect(asking, shown, nobody)).toEqual(asking);
});

test('another address of this machine’s own is another network: all portals are looked at over new connections', () => {
  const story = new Story().begins(nothing);
  expect(story.shell.does({ type: 'addressGone' })).toMatchObject([{ do: 'dropConnections' }]);
});
