import type { Check, ConnectView } from '../../contract/connectView.ts';
import type { Banner } from '../../contract/values.ts';
import { type ConnectAttempt, portalNameOf } from '../../core/connect/attempt.ts';
import { assertNever } from '../../core/base/result.ts';
import type { State } from '../../core/state.ts';
import { checksOf, connectedChecks } from './checks.ts';
import { consentView } from './consent.ts';
import { type RefusalText, refusalText } from './refusal.ts';
import type { Words } from '../i18n/i18n.ts';

/** The adding of a portal, or the changing of its key, as the window shows it. */
export function connectView(state: State, words: Words, now: number): ConnectView {
  const { connect, watches, application } = state;
  const portal = watches.find((watch) => watch.portal.origin === connect.address.origin)?.portal;
  const shared: ConnectView = {
    stage: 'form',
    checks: [],
    addressError: null,
    keyError: null,
    note: null,
    consent: null,
    connected: null,
    certificate: null,
    offersStartAtLogin: watches.length === 1 && application.canStartAtLogin && !application.startAtLogin,
  };
  const { stage } = connect;
  switch (stage.is) {
    case 'form':
      return shared;
    case 'reading':
    case 'asking':
    case 'waiting':
    case 'storing':
      return { ...shared, stage: 'checking', checks: stepsOf(connect, words) };
    case 'consent':
      return { ...shared, stage: 'consent', ...consentView(connect, stage, words, now) };
    case 'refused': {
      const text = withField(refusalText(stage.refusal, words), connect.portal === null, words);
      const beyond = text.note !== null;
      return { ...shared, stage: 'refused', ...text, checks: beyond ? stepsOf(connect, words) : [] };
    }
    case 'connected':
    case 'trusted':
      return {
        ...shared,
        stage: 'connected',
        connected: portal?.id ?? null,
        note: connectedNote(connect, portal?.name ?? portalNameOf(connect), words),
        checks: connectedChecks(connect, words, now),
      };
    default:
      return assertNever(stage);
  }
}

/** Where only the certificate is looked at there is no key to be checked. */
function stepsOf(connect: ConnectAttempt, words: Words): Check[] {
  return connect.keyless ? [] : checksOf(connect, words);
}

/** Where a key is changed there is no field for the address: what is wrong with it becomes a note. */
function withField(text: RefusalText, hasAddress: boolean, { say }: Words): RefusalText {
  const { addressError } = text;
  if (hasAddress || addressError === null) return text;
  const note: Banner = { tone: 'danger', fact: say('refused.unreached'), next: addressError };
  return { ...text, addressError: null, note };
}

function connectedNote(connect: ConnectAttempt, portal: string, { say }: Words): Banner {
  const fact = connect.keyless
    ? say('connected.trusted', { portal })
    : say(connect.portal === null ? 'connected.fact' : 'connected.newKey', { portal });
  return { tone: 'accent', fact, next: say('connected.next') };
}
