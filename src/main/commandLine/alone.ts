import { toldCause } from '../../core/access/shownCause.ts';
import type { Chance } from '../../core/base/random.ts';
import { isOutage } from '../../core/access/cause.ts';
import type { Key } from '../../core/docspace/authorization.ts';
import { parseReply, requestFor } from '../../core/docspace/question.ts';
import type { Effect } from '../../core/effect.ts';
import type { Event } from '../../core/event.ts';
import { defaultSettings } from '../../core/settings.ts';
import { initialState, type State } from '../../core/state.ts';
import { statusOf } from '../../core/status/statusOf.ts';
import type { Address } from '../../core/net/address.ts';
import type { Words } from '../../present/i18n/i18n.ts';
import type { Clock } from '../clock.ts';
import { createEngine } from '../engine/engine.ts';
import { createFollowers } from '../engine/followers.ts';
import type { Transport } from '../network/transport.ts';
import type { Answers } from './ports.ts';
import { createAnswerSource } from './source.ts';

/** One portal, its key, and what it is asked with. */
type Alone = {
  address: Address;
  key: Key;
  transport: Transport;
  words: Words;
  clock: Clock;
  version: string;
  chance: Chance;
};

const id = 'portal';
/** At once: there is nobody here to take turns with. */
const noChance = (): number => 0;

/** Watches one portal by itself, with nothing of its own on the disk, and nobody to notify. */
export function watchAlone(alone: Alone): Answers {
  return async (hear) => {
    const { engine, follow } = begin(alone);
    const source = createAnswerSource({ state: engine.state, follow }, alone.words, alone.clock.wall);
    return new Promise((resolve) => {
      let stop = (): void => undefined;
      const end = (): void => {
        stop();
        engine.stop();
        resolve('noAccess');
      };
      // Before the portal has answered there is nothing to say of it.
      const unfollow = follow((state, now) => {
        if (isUnknown(state, now)) return;
        unfollow();
        let over = false;
        stop = source.follow((answer) => {
          over ||= hear(answer);
        });
        if (over) return end();
        const unwatch = follow((now) => {
          if (!over && !isLostForGood(now)) return;
          unwatch();
          end();
        });
      });
      engine.dispatch({ type: 'keyStatus', portal: id, keyStatus: 'ready' });
    });
  };
}

function begin({ address, key, transport, clock, version, chance }: Alone) {
  const { origin, host } = address;
  const portals = [{ id, name: host, origin, scopes: ['portal' as const] }];
  const settings = { ...defaultSettings, portals };
  const ask = async (query: Query): Promise<Event> => {
    const { question, ticket, certificate } = query;
    const came = await transport.ask(id, query.origin, requestFor(question), key, certificate);
    return { type: 'replied', portal: id, ticket, reply: parseReply(question, came, clock.wall()) };
  };
  const followers = createFollowers();
  const engine = createEngine(
    initialState(settings, new Map(), facts(version), clock.wall(), noChance),
    {
      saveSettings: () => true,
      saveWatch: () => true,
      runEffect: (effect, _state, dispatch) => {
        if (effect.do === 'query') void ask(effect).then(dispatch);
      },
      observers: [followers.tell],
      // Nobody tells whether there is a network: asking shows it.
      isOnline: () => true,
    },
    clock,
    chance,
  );
  return { engine, follow: followers.add };
}

type Query = Extract<Effect, { do: 'query' }>;

function facts(version: string): State['application'] {
  return {
    version,
    keptUntilQuit: true,
    keyring: 'open',
    unsaved: false,
    setAside: [],
    trayless: true,
    unsandboxed: false,
    startAtLogin: false,
    canStartAtLogin: false,
  };
}

/** The portal has not answered yet, nor failed to so often that something can be said of it. */
function isUnknown({ watches }: State, now: number): boolean {
  return watches.some((watch) => ['firstCheck', 'keyringClosed'].includes(statusOf(watch, now).is));
}

/** What keeps its backups from being seen does not pass by itself, and nobody enters another key here. */
function isLostForGood({ watches }: State): boolean {
  return watches.some(({ access, key }) => {
    const cause = toldCause(access, key);
    return cause !== null && !isOutage(cause);
  });
}
