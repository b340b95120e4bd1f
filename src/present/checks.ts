import type { Check } from '../contract/snapshot.ts';
import type { Connect } from '../core/connect.ts';
import type { Words } from './words.ts';

/** The three checks of a portal that is being added: found, key accepted, right to see backups. */
export function checksOf(connect: Connect, words: Words): Check[] {
  const { say } = words;
  const { stage, settings, self, key } = connect;
  const progress = howFar(connect);
  const refused = stage.is === 'refused';
  const state = (step: number): Status =>
    step < progress ? 'done' : step > progress ? 'notYet' : refused ? 'refused' : 'now';
  const version = connect.version === '' ? null : say('check.version', { version: connect.version });
  const host = connect.address?.host ?? '';
  const owner = self === null || self.name === '' ? null : say('check.owner', { person: self.name });
  const known = settings !== null;
  return [
    known
      ? check('done', settings.name === '' ? host : settings.name, version, words)
      : check(state(0), say('check.portal'), null, words),
    key !== null || self !== null
      ? check('done', say('check.keyAccepted'), owner, words)
      : check(state(1), say('check.key'), null, words),
    check(state(2), say(state(2) === 'refused' ? 'check.noRight' : 'check.right'), null, words),
  ];
}

/** What is so once it is connected, and what to mind. */
export function connectedChecks(connect: Connect, words: Words, now: number): Check[] {
  const { say } = words;
  const { stage, key, self, address } = connect;
  const version = connect.version === '' ? null : say('check.version', { version: connect.version });
  const person = self?.name ?? '';
  const sees = say(key?.readOnly === true ? 'check.readOnly' : 'check.seesBackups');
  const checks = [
    check('done', address?.host ?? '', version, words),
    check('done', person === '' ? say('check.keyAccepted') : say('check.keyOf', { person }), sees, words),
  ];
  if (key?.expiresAt) {
    checks.push(
      check('done', say('check.keyExpires', { date: words.date(key.expiresAt, now) }), null, words),
    );
  }
  if (key !== null && !key.readOnly) {
    checks.push(check('mind', say('check.notReadOnly'), say('check.notReadOnlyNext'), words));
  }
  if (address !== null && !address.encrypted && !address.loopback) {
    checks.push(check('mind', say('check.unencrypted'), say('check.unencryptedNext'), words));
  }
  if (stage.is === 'connected' && stage.kept === 'untilQuit') {
    checks.push(check('mind', say('check.keptUntilQuit'), say('check.keptUntilQuitNext'), words));
  }
  return checks;
}

/** 0: the portal is being looked for; 1: the key is being tried; 2: the right to see backups. */
function howFar({ stage, settings, key, self }: Connect): 0 | 1 | 2 {
  if (stage.is === 'storing' || key !== null || self !== null) return isKeyRefusal(stage) ? 1 : 2;
  if (stage.is === 'asking' && stage.question.ask === 'progress') return 2;
  if (stage.is === 'refused' && stage.refusal.at === 'right' && settings !== null) return 2;
  return settings === null ? 0 : 1;
}

function isKeyRefusal(stage: Connect['stage']): boolean {
  return stage.is === 'refused' && stage.refusal.at === 'key';
}

type Status = 'done' | 'now' | 'notYet' | 'refused' | 'mind';

const looks: Record<Status, Pick<Check, 'tone' | 'glyph'>> = {
  done: { tone: 'accent', glyph: { shape: 'finished' } },
  now: { tone: 'calm', glyph: { shape: 'now' } },
  notYet: { tone: 'calm', glyph: { shape: 'idle' } },
  refused: { tone: 'danger', glyph: { shape: 'failed' } },
  mind: { tone: 'warn', glyph: { shape: 'attention' } },
};

function check(status: Status, fact: string, detail: string | null, { say }: Words): Check {
  return { ...looks[status], prefix: say(`check.${status}`), fact, detail };
}
