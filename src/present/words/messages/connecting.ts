import type { None } from './none.ts';

/** Adding a portal, or changing its key. */
export type Connecting = {
  'check.done': None;
  'check.now': None;
  'check.notYet': None;
  'check.refused': None;
  'check.mind': None;
  /** What follows the fact: it brings its comma along. */
  'check.detail': { detail: string };
  'check.portal': None;
  'check.version': { version: string };
  'check.key': None;
  'check.keyAccepted': None;
  'check.keyOf': { person: string };
  'check.owner': { person: string };
  'check.right': None;
  'check.seesBackups': None;
  'check.readOnly': None;
  'check.notReadOnly': None;
  'check.notReadOnlyNext': None;
  'check.noRight': None;
  'check.keyExpires': { date: string };
  'check.keyExpiresReminder': { days: number };
  'check.keyExpiresSoon': None;
  'check.sessionToken': None;
  'check.sessionTokenNext': None;
  'check.keptUntilQuit': None;
  'check.keptUntilQuitNext': None;
  'check.unencrypted': None;
  'check.unencryptedNext': None;
  'connected.fact': { portal: string };
  'connected.next': None;
  'connected.newKey': { portal: string };
  'consent.unencrypted': None;
  'consent.unencryptedNext': None;
  'consent.unencryptedButton': None;
  'consent.otherHost': { host: string };
  'consent.otherHostNext': { typed: string };
  'consent.otherHostButton': { host: string };
};
