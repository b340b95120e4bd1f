import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.ts';
import { followDesktop } from '../../../src/main/app/followDesktop.ts';
import type { KeyringState } from '../../../src/core/state.ts';
import type { Desktop, TrayHost } from '../../../src/main/desktop/desktop.ts';
import { tellChanges } from '../../../src/main/desktop/linux/changes.ts';
import { createVault } from '../../../src/main/storage/vault.ts';
import { acme, globex, stateOf } from '../../support/given.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { SimulatedClock } from '../../support/time/simulatedClock.ts';
import { sealerOf } from '../storage/sealers.ts';
import { keyOf } from '../../support/keyOf.ts';
import { keepKey } from '../storage/vaults.ts';

/** Keepwatch on a desktop that says what the test wants. */
async function connect() {
  const events: Event[] = [];
  const done: string[] = [];
  const clock = new SimulatedClock();
  const sealer = sealerOf();
  const vault = createVault(sealer, {}, () => true);
  const says = {
    host: (_host: TrayHost): void => undefined,
    keyring: (_state: KeyringState): void => undefined,
    notifications: (): void => undefined,
    screenReader: (_inUse: boolean): void => undefined,
  };
  const desktop: Desktop = {
    notifications: {
      show: async () => true,
      takeBack: async () => undefined,
      follow: async (tell) => void (says.notifications = tell),
    },
    followKeyring: async (tell) => void (says.keyring = tell),
    unlockKeyring: async () => undefined,
    followScreenReader: async (tell) => void (says.screenReader = tell),
    followTrayHost: async (tell) => void (says.host = tell),
    close: () => undefined,
  };
  await followDesktop(desktop, {
    engine: { dispatch: (event) => events.push(event), state: () => stateOf([acme, globex]) },
    vault,
    sealer,
    proxyCredentials: {
      keyringChanged: async (open) => void done.push(`sign-ins ${open ? 'open' : 'closed'}`),
    },
    tray: { remake: () => done.push('remake') },
    clock,
    showWindow: () => done.push('window'),
    readAloud: (inUse) => done.push(`read aloud: ${inUse}`),
  });
  /** What was told of having no tray, in order. */
  const trayless = (): unknown[] =>
    events.flatMap((event) =>
      event.type === 'application' && 'trayless' in event.facts ? [event.facts.trayless] : [],
    );
  return { events, done, clock, vault, says, trayless };
}

describe('a tray host', () => {
  test('that is there from the beginning has the icon', async () => {
    const { says, done, clock, trayless } = await connect();
    says.host('there');
    clock.pass(60_000);
    expect([done, trayless()]).toEqual([[], [false]]);
  });

  test('that is not there for a while is waited for; then the window is the way to reach Keepwatch', async () => {
    const { says, done, clock, trayless } = await connect();
    says.host('absent');
    clock.pass(4999);
    expect([done, trayless()]).toEqual([[], []]);
    clock.pass(1);
    expect([done, trayless()]).toEqual([['window'], [true]]);
    says.host('there');
    expect([done, trayless()]).toEqual([
      ['window', 'remake'],
      [true, false],
    ]);
  });

  test('that comes in time gets the icon anew, and no window is shown', async () => {
    const { says, done, clock } = await connect();
    says.host('absent');
    says.host('there');
    clock.pass(60_000);
    expect(done).toEqual(['remake']);
  });

  test('that came right after the icon was made gets it anew', async () => {
    const { says, done, clock } = await connect();
    says.host('lacking');
    clock.pass(60_000);
    expect(done).toEqual(['remake']);
  });

  test('that does not take the icon that is made anew either is none, and another one gets it', async () => {
    const { says, done, clock, trayless } = await connect();
    says.host('lacking');
    says.host('absent');
    clock.pass(5000);
    expect([done, trayless()]).toEqual([
      ['remake', 'window'],
      [false, true],
    ]);
    says.host('there');
    expect([done, trayless()]).toEqual([
      ['remake', 'window', 'remake'],
      [false, true, false],
    ]);
  });

  test('that embeds X11 windows has the icon, and one that knows others gets it when it comes', async () => {
    const { says, done, clock, trayless } = await connect();
    says.host('embedded');
    clock.pass(60_000);
    expect([done, trayless()]).toEqual([[], [false]]);
    says.host('there');
    expect([done, trayless()]).toEqual([['remake'], [false, false]]);
  });

  test('that is restarted finds the icon by itself', async () => {
    const { says, done } = await connect();
    says.host('there');
    says.host('absent');
    says.host('there');
    expect(done).toEqual([]);
  });

  test('that goes away for good is told, and no window meets whoever unlocks the screen', async () => {
    const { says, done, clock, trayless } = await connect();
    says.host('there');
    says.host('absent');
    clock.pass(4999);
    expect(trayless()).toEqual([false]);
    clock.pass(1);
    expect([done, trayless()]).toEqual([[], [false, true]]);
    says.host('there');
    clock.pass(60_000);
    expect([done, trayless()]).toEqual([[], [false, true, false]]);
  });

  test('that nobody knows anything about is none', async () => {
    const { done, clock, trayless } = await connect();
    clock.pass(60_000);
    expect([done, trayless()]).toEqual([['window'], [true]]);
  });
});

test('a keyring that opens opens the keys', async () => {
  const { says, done, events, vault } = await connect();
  await keepKey(vault, acme, keyOf('sk-0123456789'));
  says.keyring('open');
  const facts = { keyring: 'open', keptUntilQuit: false };
  await waitFor('the keyring', () => events.some((event) => event.type === 'application'));
  expect([done, events.at(-1)]).toEqual([['sign-ins open'], { type: 'application', facts }]);
});

test('a notification server that comes is told', async () => {
  const { says, events } = await connect();
  says.notifications();
  expect(events).toEqual([{ type: 'notificationsBack' }]);
});

describe('changes', () => {
  /** Readings that come when the test lets them. */
  function readings() {
    const waiting: Array<(value: string) => void> = [];
    const told: string[] = [];
    const poll = tellChanges(
      async () => new Promise<string>((resolve) => waiting.push(resolve)),
      (value) => told.push(value),
    );
    return { waiting, told, look: poll };
  }

  test('are told, and what stays the same is not', async () => {
    const { waiting, told, look } = readings();
    for (const value of ['a', 'a', 'b', 'a']) {
      const looking = look();
      waiting.pop()?.(value);
      await looking;
    }
    expect(told).toEqual(['a', 'b', 'a']);
  });

  test('are not told by a reading that a later one has overtaken', async () => {
    const { waiting, told, look } = readings();
    const first = look();
    const second = look();
    waiting[1]?.('new');
    await second;
    waiting[0]?.('old');
    await first;
    expect(told).toEqual(['new']);
  });
});

test('a screen reader hears the window while it is in use', async () => {
  const { says, done } = await connect();
  says.screenReader(true);
  says.screenReader(false);
  expect(done).toEqual(['read aloud: true', 'read aloud: false']);
});
