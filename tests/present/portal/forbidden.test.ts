import { describe, test } from 'vitest';
import { at, expectRow } from '../../support/table.ts';

// Why a portal lets nobody see its backups, in words: docs/look.md, "Words for states".

describe('why a portal forbids', () => {
  test.each([
    [
      'busy',
      'Being moved or encrypted',
      'is being moved or encrypted',
      'The portal is closed while it is being moved or encrypted.',
      'running 0 accent',
    ],
    [
      'suspended',
      'Portal is suspended',
      'is suspended',
      'The portal answers nobody: it was suspended, or it is not there any more. Ask its owner.',
      'attention warn',
    ],
    [
      'keyLimited',
      'May not see backups',
      'may not see backups',
      'The key is limited to other things. Make a read-only key for everything, as an owner or administrator.',
      'attention warn',
    ],
    [
      'notAdministrator',
      'May not see backups',
      'may not see backups',
      'The key belongs to somebody who is not an administrator of the portal. Make a read-only key for everything, as an owner or administrator.',
      'attention warn',
    ],
    [
      'workspace',
      'Older Workspace answers',
      'is the older Workspace',
      'The older ONLYOFFICE Workspace has taken this portal’s place, and Keepwatch cannot watch it. Remove it here, or ask the portal’s administrator.',
      'attention warn',
    ],
    [
      'addressBlocked',
      'Does not accept this network',
      'does not accept this network',
      'The portal takes calls from certain network addresses only. Ask its administrator to allow this one.',
      'attention warn',
    ],
    [
      'unknown',
      'May not see backups',
      'may not see backups',
      'The portal does not let this key see backups. Make a read-only key for everything, as an owner or administrator.',
      'attention warn',
    ],
  ] as const)('%s', (cause, state, line, why, poll) => {
    expectRow([cause, { is: 'forbidden', cause, since: at('09:12') }, poll, state, 'since 09:12', why, line]);
  });
});
