import { randomUUID } from 'node:crypto';
import type { Key } from '../core/credential.ts';
import type { Effect, Event } from '../core/event.ts';
import { type Question, readReply, requestFor } from '../core/question.ts';
import { fail, succeed } from '../core/result.ts';
import type { State } from '../core/state.ts';
import { noticeText } from '../present/notice.ts';
import type { Words } from '../present/words.ts';
import type { OuterEffect } from './engine.ts';
import type { Lazy } from './lazy.ts';
import type { Notices } from './notices.ts';
import type { Opener } from './opener.ts';
import type { Transport } from './transport.ts';
import type { Vault } from './vault.ts';

export type PerformerParts = {
  words: Words;
  now: () => number;
  /** Loaded when the first question is asked. */
  transport: Lazy<Transport>;
  notices: () => Promise<Notices>;
  vault: Vault;
  opener: Opener;
  forgetMemory: (portal: string) => void;
};

/** Does the effects that reach out of the application; what comes of them comes back as events. */
export type Performer = {
  perform: (effect: OuterEffect, state: State, dispatch: (event: Event) => void) => void;
  /** The key that was typed in, until its portal is stored or given up. */
  holdKey: (key: Key | null) => void;
};

export function createPerformer(parts: PerformerParts): Performer {
  let held: Key | null = null;

  const ask = async (pool: string, origin: string, question: Question, key: Key | null) => {
    const transport = await parts.transport.get();
    const answer = await transport.ask(pool, origin, requestFor(question), key);
    return readReply(question, answer, parts.now());
  };

  const look = async (effect: Extract<Effect, { do: 'look' }>): Promise<Event> => {
    const { portal, origin, question, ticket } = effect;
    const reply = await ask(portal, origin, question, parts.vault.key(portal));
    return { type: 'replied', portal, ticket, reply };
  };

  const probe = async ({ attempt, origin, question }: Extract<Effect, { do: 'probe' }>): Promise<Event> => {
    const reply = await ask('connect', origin, question, held);
    return { type: 'connectReplied', attempt, reply };
  };

  const store = ({ attempt, portal }: Extract<Effect, { do: 'store' }>): Event => {
    const id = portal.id ?? randomUUID();
    const kept = held === null ? fail(null) : parts.vault.keep(id, portal.origin, held);
    const stored = kept.ok ? succeed({ portal: { ...portal, id }, kept: kept.value }) : kept;
    return { type: 'connectStored', attempt, stored };
  };

  const notify = async (effect: Extract<Effect, { do: 'notify' }>, state: State): Promise<Event> => {
    const { notice } = effect;
    const notices = await parts.notices();
    const shown = await notices.show(noticeText(notice, state, parts.words, parts.now()));
    const items =
      notice.kind === 'many' ? notice.items : [{ portal: notice.portal.id, id: notice.announcement.id }];
    return { type: shown ? 'noticeShown' : 'noticeRefused', items };
  };

  const kept = (): Event => ({
    type: 'application',
    facts: { keptUntilQuit: parts.vault.keptUntilQuit() },
  });

  const forget = (portal: string): void => {
    parts.vault.forget(portal);
    parts.forgetMemory(portal);
    parts.transport.made()?.drop(portal);
  };

  return {
    holdKey: (key) => {
      held = key;
    },
    perform: (effect, state, dispatch) => {
      switch (effect.do) {
        case 'look':
          return void look(effect).then(dispatch);
        case 'probe':
          return void probe(effect).then(dispatch);
        case 'store':
          dispatch(store(effect));
          return dispatch(kept());
        case 'notify':
          return void notify(effect, state).then(dispatch);
        case 'open':
          return parts.opener.open(effect.url);
        case 'copy':
          return parts.opener.copy(effect.text);
        case 'forget':
          forget(effect.portal);
          return dispatch(kept());
        case 'dropConnections':
          return parts.transport.made()?.drop();
        case 'dropAttempt':
          held = null;
          return parts.transport.made()?.drop('connect');
        default:
          return effect satisfies never;
      }
    },
  };
}
