import type { NetworkInterfaceInfo } from 'node:os';
import type { Event } from '../../core/event.ts';
import type { Clock } from '../clock.ts';

/** What of Electron's powerMonitor is used. */
type PowerEvents = { on(event: 'suspend' | 'resume', hear: () => void): unknown };

/** Tells of sleep. Some systems tell twice: the core takes the second time for nothing. */
export function followPower(monitor: PowerEvents, dispatch: (event: Event) => void): void {
  monitor.on('suspend', () => dispatch({ type: 'slept' }));
  monitor.on('resume', () => dispatch({ type: 'woke' }));
}

/** What of Node's os is used. */
export type Interfaces = () => NodeJS.Dict<NetworkInterfaceInfo[]>;

/** How often this machine's addresses are looked at: nobody tells when they change. */
const pause = 5000;

/** Looks at them for as long as it is wanted: on another network what was connected is dead. */
type AddressWatch = { follow: (wanted: boolean) => void };

/** Tells when an address is gone. A new one says nothing: what is connected stays connected. */
export function watchAddresses(
  interfaces: Interfaces,
  clock: Pick<Clock, 'after'>,
  dispatch: (event: Event) => void,
): AddressWatch {
  let known: Set<string> | null = null;
  let callOff = (): void => undefined;
  const poll = (): void => {
    const now = addressesOf(interfaces());
    const gone = [...(known ?? [])].some((address) => !now.has(address));
    known = now;
    callOff = clock.after(pause, poll);
    if (gone) dispatch({ type: 'addressGone' });
  };
  return {
    follow: (wanted) => {
      if (wanted === (known !== null)) return;
      callOff();
      known = null;
      if (wanted) poll();
    },
  };
}

/** Those that lead to other networks: not the machine's own, nor those that only reach the next cable. */
function addressesOf(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): Set<string> {
  const all = Object.values(interfaces).flatMap((addresses) => addresses ?? []);
  const outward = all.filter(({ internal, address }) => !internal && !/^(fe80:|169\.254\.)/i.test(address));
  return new Set(outward.map(({ address }) => address));
}
