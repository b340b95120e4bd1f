import type { Check } from '../../contract/connectView.ts';
import { type ConnectAttempt, knownOf, portalNameOf } from '../../core/connect/attempt.ts';
import { firstWarning } from '../../core/access/keyLife.ts';
import { day } from '../../core/base/time.ts';
import type { Words } from '../i18n/i18n.ts';

/** The three checks of a portal that is being added: found, key accepted, right to see backups. */
export function checksOf(connect: ConnectAttempt, words: Words): Check[] {
  const { say } = words;
  const { settings, self, key } = knownOf(connect);
  const [portal, keyed, right] = statusesOf(connect);
  const version = connect.version === '' ? null : say('check.version', { version: connect.version });
  const owner = self === null || self.name === '' ? null : say('check.owner', { person: self.name });
  const accepted = key !== null || self !== null;
  return [
    check(portal, settings === null ? say('check.portal') : portalNameOf(connect), version, words),
    check(keyed, say(accepted ? 'check.keyAccepted' : 'check.key'), owner, words),
    check(
      right,
      say(right === 'refused' && lacksRight(connect) ? 'check.noRight' : 'check.right'),
      null,
      words,
    ),
  ];
}

type Steps = [portal: Status, key: Status, right: Status];

/** How far it came: what is done, what is being done or was refused, what was not tried yet. */
function statusesOf({ stage, findings: { settings, key, self } }: ConnectAttempt): Steps {
  const current = stage.is === 'refused' ? 'refused' : 'now';
  if (!settings?.ok || settings.value.tenant !== 'active') return [current, 'notYet', 'notYet'];
  if (key === null && self === null) return ['done', current, 'notYet'];
  const stored = stage.is === 'storing' || (stage.is === 'refused' && stage.refusal.at === 'storing');
  return ['done', 'done', stored ? 'done' : current];
}

function lacksRight({ stage }: ConnectAttempt): boolean {
  return stage.is === 'refused' && stage.refusal.at === 'right' && stage.refusal.why !== 'failure';
}

/** What is so once it is connected, and what to mind. */
export function connectedChecks(connect: ConnectAttempt, words: Words, now: number): Check[] {
  const { say } = words;
  const { stage, address, certificate } = connect;
  if (connect.keyless) return certificate === null ? [] : [trustedCheck(words)];
  const { key, self } = knownOf(connect);
  const version = connect.version === '' ? null : say('check.version', { version: connect.version });
  const person = self?.name ?? '';
  const sees = say(key?.readOnly === true ? 'check.readOnly' : 'check.seesBackups');
  const checks = [
    check('done', address.host, version, words),
    check('done', person === '' ? say('check.keyAccepted') : say('check.keyOf', { person }), sees, words),
  ];
  if (key?.expiresAt) checks.push(expiryCheck(key.expiresAt, words, now));
  if (key !== null && !key.readOnly) {
    checks.push(check('mind', say('check.notReadOnly'), say('check.notReadOnlyNext'), words));
  }
  if (connect.keyKind === 'sessionToken') {
    checks.push(check('mind', say('check.sessionToken'), say('check.sessionTokenNext'), words));
  }
  if (!address.encrypted && !address.loopback) {
    checks.push(check('mind', say('check.unencrypted'), say('check.unencryptedNext'), words));
  }
  if (certificate !== null) checks.push(trustedCheck(words));
  if (stage.is === 'connected' && stage.kept === 'untilQuit') {
    checks.push(check('mind', say('check.keptUntilQuit'), say('check.keptUntilQuitNext'), words));
  }
  return checks;
}

function expiryCheck(expiresAt: number, words: Words, now: number): Check {
  const { say } = words;
  const fact = say('check.keyExpires', { date: words.date(expiresAt, now) });
  return expiresAt - now > firstWarning * day
    ? check('done', fact, say('check.keyExpiresReminder', { days: firstWarning }), words)
    : check('mind', fact, say('check.keyExpiresSoon'), words);
}

function trustedCheck(words: Words): Check {
  return check('mind', words.say('check.trusted'), words.say('check.trustedNext'), words);
}

type Status = 'done' | 'now' | 'notYet' | 'refused' | 'mind';

const appearances: Record<Status, Pick<Check, 'tone' | 'glyph'>> = {
  done: { tone: 'accent', glyph: { shape: 'finished' } },
  now: { tone: 'calm', glyph: { shape: 'now' } },
  notYet: { tone: 'calm', glyph: { shape: 'idle' } },
  refused: { tone: 'danger', glyph: { shape: 'failed' } },
  mind: { tone: 'warn', glyph: { shape: 'attention' } },
};

function check(status: Status, fact: string, detail: string | null, { say }: Words): Check {
  const further = detail === null ? null : say('check.detail', { detail });
  return { ...appearances[status], prefix: say(`check.${status}`), fact, detail: further };
}
