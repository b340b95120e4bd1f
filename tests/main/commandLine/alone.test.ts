import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import type { Answer } from '../../../src/contract/answer.ts';
import { parseKey } from '../../../src/core/docspace/authorization.ts';
import { parseAddress } from '../../../src/core/net/address.ts';
import { watchAlone } from '../../../src/main/commandLine/alone.ts';
import { openAlone } from '../../../src/main/commandLine/openAlone.ts';
import { createTransport } from '../../../src/main/network/transport.ts';
import { usualTimeouts } from '../../../src/main/network/timeouts.ts';
import { half, hour, minute } from '../../support/given.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { openPortal } from '../../support/docspace/openPortal.ts';
import { anyJson } from '../../support/docspace/portal/misbehaviour/answers.ts';
import { directOnly } from '../../support/network/direct.ts';
import { trusting } from '../../support/network/trusting.ts';
import { SimulatedClock } from '../../support/time/simulatedClock.ts';
import { words } from '../../support/words.ts';

const plan = { waiting: 0, archive: 60, plateau: 10 };

/** Looks at a portal by itself; its clock runs on while one waits for something. */
async function opened(key?: string) {
  const clock = new SimulatedClock();
  const portal = await openPortal({}, clock);
  const address = parseAddress(portal.origin);
  const parsed = parseKey(key ?? portal.key);
  if (!address.ok || parsed === null) throw new Error('no address, or no key');
  const transport = createTransport('Keepwatch/test', usualTimeouts, directOnly, trusting(undefined));
  onTestFinished(() => transport.drop());
  const answers = watchAlone({
    address: address.value,
    key: parsed,
    transport,
    words,
    clock,
    version: '0.1.0',
    chance: half,
  });
  const until = async <Value>(what: string, look: () => Value, step = 500): Promise<Value> =>
    waitFor(what, () => {
      clock.pass(step);
      return look();
    });
  return { portal, clock, answers, until };
}

test('it tells how the portal stands once it has answered', async () => {
  const { portal, answers, until } = await opened();
  portal.startBackup(plan);
  const heard: Answer[] = [];
  const done = answers((answer) => heard.push(answer) === 1);
  await until('an answer', () => heard.length > 0);
  expect(await done).toBe('noAccess');
  expect(heard).toMatchObject([
    { is: 'status', facts: { portals: [{ origin: portal.origin, state: 'running' }] } },
  ]);
  expect(JSON.stringify(heard)).not.toContain(portal.key);
});

test('it follows a backup to its end', async () => {
  const { portal, answers, until } = await opened();
  const events: string[] = [];
  void answers((answer) => {
    if (answer.is === 'event') events.push(answer.facts.event);
    return events.includes('ended');
  });
  await until('its state', () => events.includes('stands'));
  portal.startBackup(plan);
  await until('its end', () => events.includes('ended'));
  expect(events).toEqual(expect.arrayContaining(['stands', 'started', 'progress', 'ended']));
});

test('it gives up once the portal has refused the key for good', async () => {
  const { answers, until } = await opened('sk-0123456789abcdef0123456789abcdef');
  const heard: Answer[] = [];
  let how = '';
  void answers((answer) => heard.push(answer) < 0).then((end) => (how = end));
  await until('its end', () => how !== '', 10_000);
  expect(how).toBe('noAccess');
  expect(heard[0]).toMatchObject({ facts: { portals: [{ state: 'noAccess', cause: 'keyRefused' }] } });
});

test('it waits while the portal is away, however long', async () => {
  const { portal, clock, answers, until } = await opened();
  const events: string[] = [];
  let how = '';
  void answers(({ is, facts }) => is === 'event' && events.push(facts.event) < 0).then((end) => (how = end));
  await until('its state', () => events.includes('stands'));
  const end = portal.misbehave(anyJson({}, 503));
  await until('the outage', () => events.includes('accessLost'));
  const began = clock.now();
  await until('an hour', () => clock.now() - began > hour, minute);
  end();
  await until('the portal', () => events.includes('accessRegained'));
  expect(how).toBe('');
});

test('a wrong address is said before anybody waits for a key', async () => {
  const answers = await openAlone('x:y', '0.1.0', new PassThrough(), {});
  expect(await answers(() => true)).toBe('address');
});
