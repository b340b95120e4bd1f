import { randomUUID } from 'node:crypto';
import type { Certificate } from '../../core/net/certificate.ts';
import type { Effect, Event } from '../../core/event.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { bug, type Failure } from '../../core/net/failure.ts';
import type { State } from '../../core/state.ts';
import { announcementIdsOf, type Notice } from '../../core/news/delivery.ts';
import { notificationText } from '../../present/notification/notification.ts';
import type { Words } from '../../present/i18n/i18n.ts';
import type { PortalClient } from '../network/portalClient.ts';
import type { OuterEffect } from './engine.ts';
import type { Notifications } from '../desktop/desktop.ts';
import type { Shell } from '../desktop/shell.ts';
import type { Vault } from '../storage/vault.ts';

export type EffectRunnerParts = {
  words: Words;
  now: () => number;
  ask: PortalClient;
  /** Reads the certificate of a server, without trusting it. */
  readCertificate: (origin: string) => Promise<Result<Certificate, Failure>>;
  /** Forgets the connections of one pool, or of all. */
  dropConnections: (pool?: string) => void;
  notices: () => Promise<Notifications>;
  vault: Vault;
  shell: Shell;
  forgetWatch: (portal: string) => void;
  /** Something threw that should not. */
  failed: (error: unknown) => void;
};

/** Does the effects that reach out of the application; what comes of them comes back as events. */
export type EffectRunner = {
  perform: (effect: OuterEffect, state: State, dispatch: (event: Event) => void) => void;
};

/** The connections of a portal that is being added. */
const connectPool = 'connect';

export function createEffectRunner(parts: EffectRunnerParts): EffectRunner {
  const { ask, dropConnections, vault, shell } = parts;

  const poll = async (effect: Extract<Effect, { do: 'query' }>): Promise<Event> => {
    const { portal, origin, certificate, question, ticket } = effect;
    const reply = await ask(portal, origin, question, vault.key(portal), certificate);
    return { type: 'replied', portal, ticket, reply };
  };

  const probe = async (effect: Extract<Effect, { do: 'probe' }>): Promise<Event> => {
    const { attempt, origin, certificate, question } = effect;
    const reply = await ask(connectPool, origin, question, vault.held(), certificate);
    return { type: 'connectReplied', attempt, reply };
  };

  const readCertificate = async (effect: Extract<Effect, { do: 'readCertificate' }>): Promise<Event> => {
    const { attempt, origin } = effect;
    try {
      return { type: 'certificateShown', attempt, shown: await parts.readCertificate(origin) };
    } catch (error) {
      parts.failed(error);
      return { type: 'certificateShown', attempt, shown: fail(bug) };
    }
  };

  const store = ({ attempt, portal }: Extract<Effect, { do: 'store' }>): Event => {
    const id = portal.id ?? randomUUID();
    const kept = vault.keepHeld(id, portal.origin);
    const stored = kept.ok ? succeed({ portal: { ...portal, id }, kept: kept.value }) : kept;
    return { type: 'connectStored', attempt, stored };
  };

  const isShown = async (notice: Notice, state: State, late: () => void): Promise<boolean> => {
    try {
      const notices = await parts.notices();
      return await notices.show(notificationText(notice, state, parts.words, parts.now()), late);
    } catch (error) {
      parts.failed(error);
      return false;
    }
  };

  const notify = async (notice: Notice, state: State, dispatch: (event: Event) => void): Promise<void> => {
    const items = announcementIdsOf(notice);
    const tellShown = (): void => dispatch({ type: 'noticeShown', items });
    if (await isShown(notice, state, tellShown)) tellShown();
    else dispatch({ type: 'noticeRefused', items });
  };

  const kept = (): Event => ({ type: 'application', facts: { keptUntilQuit: vault.keptUntilQuit() } });

  const forget = (portal: string): void => {
    vault.forget(portal);
    parts.forgetWatch(portal);
    dropConnections(portal);
  };

  return {
    perform: (effect, state, dispatch) => {
      switch (effect.do) {
        case 'query':
          return void poll(effect).then(dispatch);
        case 'probe':
          return void probe(effect).then(dispatch);
        case 'readCertificate':
          return void readCertificate(effect).then(dispatch);
        case 'store':
          dispatch(store(effect));
          return dispatch(kept());
        case 'notify':
          return void notify(effect.notice, state, dispatch);
        case 'open':
          return shell.open(effect.url);
        case 'copy':
          return shell.copy(effect.text);
        case 'forget':
          forget(effect.portal);
          return dispatch(kept());
        case 'dropConnections':
          return dropConnections();
        case 'dropAttempt':
          vault.hold(null);
          return dropConnections(connectPool);
        default:
          return effect satisfies never;
      }
    },
  };
}
