import type { Certificate } from '../../core/net/certificate.ts';
import type { Key } from '../../core/docspace/authorization.ts';
import { parseReply, type Question, type Reply, requestFor } from '../../core/docspace/question.ts';
import type { Effect } from '../../core/effect.ts';
import type { Event } from '../../core/event.ts';
import { assertNever, fail, type Result, succeed } from '../../core/base/result.ts';
import { bug, type Failure } from '../../core/net/failure.ts';
import type { Lazy } from '../lazy.ts';
import type { Transport } from '../network/transport.ts';
import type { RunEffect } from './engine.ts';
import { notify, type NotifyPorts, takeBack } from './notify.ts';
import { createSavings, type SavingPorts } from './savings.ts';
import type { RunFiles } from '../storage/runFiles.ts';
import type { Shell } from '../desktop/shell.ts';
import type { Vault } from '../storage/vault.ts';

type EffectPorts = NotifyPorts &
  SavingPorts & {
    transport: Lazy<Transport>;
    /** Reads the certificate of a server, without trusting it. */
    readCertificate: (origin: string) => Promise<Result<Certificate, Failure>>;
    vault: Vault;
    shell: Shell;
    unlockKeyring: () => Promise<void>;
    forgetWatch: (portal: string) => void;
    runs: RunFiles;
    /** An id that no portal has had. */
    newPortalId: () => string;
  };

/** One kind of effect. */
type Do<K extends Effect['do']> = Extract<Effect, { do: K }>;

/** A question, and where it is asked. */
type Asking = { origin: string; certificate: string | null; question: Question };

/** The connections of a portal that is being added. */
const connectPool = 'connect';

/** Does the effects that reach out of the application; what comes of them comes back as events. */
export function createEffectRunner(ports: EffectPorts): RunEffect {
  const { transport, vault, shell } = ports;
  const savings = createSavings(ports);

  /** There is always a reply, good or bad. */
  const ask = async (
    pool: string,
    key: Key | null,
    { origin, certificate, question }: Asking,
  ): Promise<Reply> => {
    try {
      const request = requestFor(question);
      const came = await (await transport.get()).ask(pool, origin, request, key, certificate);
      return parseReply(question, came, ports.now());
    } catch (error) {
      ports.failed(error);
      return parseReply(question, fail(bug), ports.now());
    }
  };

  const query = async (effect: Do<'query'>): Promise<Event> => {
    const { portal, ticket } = effect;
    return { type: 'replied', portal, ticket, reply: await ask(portal, vault.key(portal), effect) };
  };

  const probe = async (effect: Do<'probe'>): Promise<Event> => {
    const reply = await ask(connectPool, vault.held(), effect);
    return { type: 'connectReplied', attempt: effect.attempt, reply };
  };

  /** Forgets the connections of one pool, or of all: there are none before the first question. */
  const dropConnections = (pool?: string): void => transport.made()?.drop(pool);

  const readCertificate = async ({ attempt, origin }: Do<'readCertificate'>): Promise<Event> => {
    try {
      return { type: 'certificateShown', attempt, shown: await ports.readCertificate(origin) };
    } catch (error) {
      ports.failed(error);
      return { type: 'certificateShown', attempt, shown: fail(bug) };
    }
  };

  const store = async ({ attempt, portal }: Do<'store'>): Promise<Event> => {
    const id = portal.id ?? ports.newPortalId();
    const kept = await vault.keepHeld(id, portal.origin);
    const stored = kept.ok ? succeed({ portal: { ...portal, id }, kept: kept.value }) : kept;
    return { type: 'connectStored', attempt, stored };
  };

  const keptUntilQuit = (): Event => ({
    type: 'application',
    facts: { keptUntilQuit: vault.keptUntilQuit() },
  });

  const forget = (portal: string): void => {
    vault.forget(portal);
    ports.forgetWatch(portal);
    ports.runs.forget(portal);
    dropConnections(portal);
  };

  return (effect, state, dispatch) => {
    switch (effect.do) {
      case 'query':
        return void query(effect).then(dispatch);
      case 'probe':
        return void probe(effect).then(dispatch);
      case 'readCertificate':
        return void readCertificate(effect).then(dispatch);
      case 'store':
        return void store(effect).then((stored) => {
          dispatch(stored);
          dispatch(keptUntilQuit());
        });
      case 'recordRuns':
        return ports.runs.record(effect.portal, effect.runs);
      case 'readRuns':
        return dispatch({ type: 'runsRead', portal: effect.portal, runs: ports.runs.read(effect.portal) });
      case 'notify':
        return void notify(effect.notification, state, ports, dispatch);
      case 'takeBack':
        return void takeBack(effect.portal, effect.backup, ports);
      case 'saveArchive':
        return savings.saveArchive(effect, dispatch);
      case 'stopSaving':
        return savings.stopSaving(effect, dispatch);
      case 'deleteArchives':
        return savings.deleteArchives(effect, dispatch);
      case 'deletePart':
        return savings.deletePart(effect, dispatch);
      case 'askFolder':
        return savings.askFolder(effect, dispatch);
      case 'showFile':
        return shell.showFile(effect.file);
      case 'open':
        return shell.open(effect.url);
      case 'copy':
        return shell.copy(effect.text);
      case 'resealKey':
        return void vault.reseal(effect.portal, effect.origin);
      case 'forget':
        forget(effect.portal);
        return dispatch(keptUntilQuit());
      case 'unlockKeyring':
        return void ports.unlockKeyring().catch(ports.failed);
      case 'dropConnections':
        return dropConnections();
      case 'dropAttempt':
        vault.hold(null);
        return dropConnections(connectPool);
      default:
        return assertNever(effect);
    }
  };
}
