import * as fc from 'fast-check';
import type { Failure } from '../../src/core/net/failure.ts';
import { day, failures, hour, minute, second } from '../support/given.ts';
import { fates, type Fate } from './truth.ts';
import { type Place, places, type Simulation } from './simulation.ts';

/** Something that happens in the world, or that the user does. */
export type Deed =
  | { do: 'pass'; length: number }
  | { do: 'backUp' | 'replace'; place: Place; fate: Fate; length: number }
  | { do: 'hiccup'; place: Place }
  | { do: 'trouble'; portal: string; failure: Failure | 'limit' | null }
  | { do: 'history'; failure: Failure | null }
  | { do: 'sleep' | 'sleepForGood' | 'pause' | 'quit' | 'offline'; length: number }
  | { do: 'kill'; after: number }
  | { do: 'setClock'; by: number }
  | { do: 'notifications'; are: 'taken' | 'refused' }
  | {
      do: 'checkNow' | 'openWindow' | 'blurWindow' | 'closeWindow' | 'see' | 'openLink' | 'notificationsBack';
    };

const short = fc.constantFrom(1 * second, 3 * second, 10 * second, 40 * second, 3 * minute, 12 * minute);
const long = fc.constantFrom(20 * second, 30 * minute, 5 * hour, 20 * hour, 30 * hour);
const portal = fc.constantFrom('acme', 'globex');

export const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('pass' as const), length: short }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('backUp' as const, 'backUp' as const, 'replace' as const),
      place: fc.constantFrom(...places),
      fate: fc.constantFrom(...fates),
      length: fc.constantFrom(1, 8 * second, 40 * second, 4 * minute),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('hiccup' as const), place: fc.constantFrom(...places) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('trouble' as const),
      portal,
      failure: fc.constantFrom(
        null,
        null,
        failures.timeout,
        failures.serverError,
        failures.forbidden,
        failures.keyRefused,
        failures.notThere,
        failures.serviceDown,
        failures.certificate,
        failures.limited,
        'limit' as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('history' as const),
      failure: fc.constantFrom(null, null, failures.timeout, failures.forbidden, failures.unpaid),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(...(['sleep', 'sleepForGood', 'pause', 'quit', 'offline'] as const)),
      length: long,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('kill' as const), after: fc.nat({ max: 8 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('setClock' as const),
      by: fc.constantFrom(-2 * day, -hour, -40 * second, 40 * second, hour, 2 * day),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('notifications' as const),
      are: fc.constantFrom('taken' as const, 'taken' as const, 'refused' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...([
          'checkNow',
          'openWindow',
          'blurWindow',
          'closeWindow',
          'see',
          'openLink',
          'notificationsBack',
        ] as const),
      ),
    }),
  },
);

export function happen(simulation: Simulation, deed: Deed): void {
  const { shell } = simulation;
  switch (deed.do) {
    case 'pass':
      shell.pass(deed.length);
      return;
    case 'backUp':
      return simulation.judge(deed.place).truth.start(deed.fate, deed.length, simulation.now());
    case 'replace':
      return simulation.judge(deed.place).truth.replace(deed.fate, deed.length, simulation.now());
    case 'hiccup':
      return simulation.judge(deed.place).truth.hiccup();
    case 'trouble':
      return trouble(simulation, deed);
    case 'history':
      simulation.historyTrouble = deed.failure;
      return;
    case 'sleep':
      shell.does({ type: 'slept' });
      // Timers rest, and what was under way lands with the waking.
      shell.now += deed.length;
      shell.pass(0);
      shell.does({ type: 'woke' });
      return;
    case 'sleepForGood':
      // Nobody ever tells that it woke.
      shell.does({ type: 'slept' });
      shell.now += deed.length;
      return;
    case 'pause':
      shell.does({ type: 'paused', until: Infinity });
      shell.pass(deed.length);
      shell.does({ type: 'resumed' });
      return;
    case 'offline':
      shell.does({ type: 'network', online: false });
      shell.pass(Math.min(deed.length, hour));
      shell.does({ type: 'network', online: true });
      return;
    case 'quit':
      shell.now += deed.length;
      shell.restart();
      return;
    case 'kill':
      shell.effectsToLive = deed.after;
      return;
    case 'setClock':
      return simulation.setClock(deed.by);
    case 'notifications':
      shell.world.notifications = deed.are;
      return;
    case 'see':
      return simulation.looksAtWindow();
    case 'checkNow':
      shell.does({ type: 'checkNow', portal: null });
      return;
    case 'openLink':
      return simulation.opensLink('acme');
    case 'openWindow':
      shell.does({ type: 'windowOpened' });
      return;
    case 'blurWindow':
      shell.does({ type: 'windowBlurred' });
      return;
    case 'closeWindow':
      shell.does({ type: 'windowClosed' });
      return;
    case 'notificationsBack':
      shell.does({ type: 'notificationsBack' });
      return;
    default:
      return deed satisfies never;
  }
}

function trouble(
  { troubles, shell }: Simulation,
  { portal, failure }: Extract<Deed, { do: 'trouble' }>,
): void {
  if (failure === null) troubles.delete(portal);
  else if (failure === 'limit')
    troubles.set(portal, { kind: 'rateLimited', retryAt: shell.now + 5 * minute });
  else troubles.set(portal, failure);
}
