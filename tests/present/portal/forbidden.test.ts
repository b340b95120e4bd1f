import { describe, test } from 'vitest';
import { expectRow, noAccess } from '../../support/present/statusTable.ts';

// Why a portal lets nobody see its backups, in words: docs/look.md, "Words for states".

describe('why a portal forbids', () => {
  test.each([
    [
      'busy',
      'Being moved or encrypted',
      'is being moved or encrypted',
      'The portal is unavailable while it is being moved or encrypted.',
      'running 0 accent',
    ],
    [
      'suspended',
      'Portal is suspended',
      'is suspended',
      'The portal was suspended, or it no longer exists. Ask its owner.',
      'attention warn',
    ],
    [
      'keyLimited',
      'May not see backups',
      'may not see backups',
      'The key’s permissions do not cover backups. Make a read-only key for everything, as an owner or administrator of the portal.',
      'attention warn',
    ],
    [
      'notAdministrator',
      'May not see backups',
      'may not see backups',
      'The key’s owner is not an administrator of the portal. Make a read-only key for everything, as an owner or administrator of the portal.',
      'attention warn',
    ],
    [
      'workspace',
      'Workspace, not DocSpace',
      'is Workspace, not DocSpace',
      'The older ONLYOFFICE Workspace answers at the portal’s address, and Keepwatch cannot watch it. Remove it here, or ask the portal’s administrator.',
      'attention warn',
    ],
    [
      'addressBlocked',
      'Does not accept this IP address',
      'does not accept this IP address',
      'The portal accepts requests from certain IP addresses only. Ask its administrator to allow this one.',
      'attention warn',
    ],
    [
      'noRight',
      'May not see backups',
      'may not see backups',
      'The portal does not let this key see backups. Make a read-only key for everything, as an owner or administrator of the portal.',
      'attention warn',
    ],
  ] as const)('%s', (cause, state, line, why, poll) => {
    expectRow([cause, noAccess(cause), poll, state, 'since 09:12', why, line]);
  });
});
