import type { ApiRequest } from '../../../src/core/docspace/request.ts';
import { type Answer as Sent, empty } from '../../support/docspace/portal/answer.ts';
import type { Luck } from '../luck.ts';
import { type Came, type FaultName, faults, unplugged } from '../world/faults.ts';
import type { FleetPortal } from '../world/fleet.ts';
import { type Followed, followLink } from '../world/links.ts';
import type { Weather } from '../world/weather.ts';
import { Wire } from '../world/wire.ts';

/** What came back, and whether it was what the portal had said, whole and unaltered; `moved`: that it is at https now. */
export type Delivery = { came: Came; truthful: boolean; moved: boolean };

/** A question on its way: when its answer will be there, and what it is, read at that moment. */
export type Errand = { delay: number; reaches: boolean; arrive: () => Delivery };

/** Carries questions from the machine to the portals, through whatever the weather is. */
export class Carrier {
  /** The machine has a network, and knows it. */
  plugged = true;
  /** What the network that it is in does to every answer: a hotel's page, a name server that died. */
  network: FaultName | null = null;
  readonly #weathers = new Map<string, { weather: Weather; wire: Wire }>();
  readonly #luck: Luck;

  constructor(weathers: readonly Weather[], luck: Luck) {
    this.#luck = luck;
    for (const weather of weathers) {
      this.#weathers.set(weather.portal.id, { weather, wire: new Wire(weather.portal) });
    }
  }

  /** Whether the connection over which an archive comes breaks off now. */
  breaksOff(portal: string, luck: Luck): boolean {
    const { weather } = this.#find(portal);
    const isAway = !isLoopback(weather.portal) && (!this.plugged || this.network !== null);
    return isAway || weather.breaksOff(luck);
  }

  /** What lies behind a link that the portal has named. */
  follow(portal: string, link: string): Followed {
    return followLink(this.#find(portal).weather, link);
  }

  send(portal: string, origin: string, request: ApiRequest): Errand {
    const { weather, wire } = this.#find(portal);
    const isHere = isLoopback(weather.portal);
    if (!this.plugged && !isHere) return { delay: 2, reaches: false, arrive: () => notTruthful(unplugged) };
    const fate =
      this.network === null || isHere ? weather.fate(request.withKey) : faults[this.network](this.#luck);
    return {
      delay: fate.delay,
      reaches: fate.reaches,
      arrive: () => {
        const moved = redirectOf(weather.portal, origin, request);
        let sent: Sent | undefined;
        const came = fate.come(() => (sent = moved ?? wire.ask(request)), origin);
        const whole = sent !== undefined && came.ok && came.value.body === sent.body;
        return { came, truthful: whole && moved === null, moved: whole && moved !== null };
      },
    };
  }

  #find(portal: string): { weather: Weather; wire: Wire } {
    const found = this.#weathers.get(portal);
    if (found === undefined) throw new Error(`nobody is called ${portal}`);
    return found;
  }
}

/** What the gateway before a portal says that is to be had by https only; null where it passes the question on. */
function redirectOf(
  { encryptedFrom, world }: FleetPortal,
  origin: string,
  { path }: ApiRequest,
): Sent | null {
  if (origin.startsWith('https:') || world.clock.now() < encryptedFrom) return null;
  return empty(301, { location: `${origin.replace('http:', 'https:')}${path}` });
}

/** Nothing of it is the portal's own. */
export function notTruthful(came: Came): Delivery {
  return { came, truthful: false, moved: false };
}

export function isLoopback({ origin }: FleetPortal): boolean {
  return origin.startsWith('http://127.');
}
