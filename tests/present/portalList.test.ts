import { expect, test } from 'vitest';
import type { ListOutcome } from '../../src/core/state.ts';
import { stateOf } from '../support/given.ts';
import { words } from '../support/present/presented.ts';
import { windowOf } from '../support/present/shown.ts';

test.each<[ListOutcome | null, string | null]>([
  [null, null],
  [{ is: 'imported', added: 1, known: 0 }, '1 portal was added. Enter its key.'],
  [{ is: 'imported', added: 3, known: 1 }, '3 portals were added. Enter their keys. 1 was there already.'],
  [{ is: 'imported', added: 0, known: 2 }, 'No portal was new. 2 were there already.'],
  [{ is: 'refused', why: 'notOpened' }, 'The file could not be read. Nothing was changed.'],
  [{ is: 'refused', why: 'notAList' }, 'The file is damaged, or not a list of portals. Nothing was changed.'],
  [{ is: 'refused', why: 'newer' }, 'The file is from a newer version of Keepwatch. Nothing was changed.'],
  [{ is: 'notSaved' }, 'The list could not be saved. The disk may be full or read-only.'],
])('what became of a list of portals is said in the settings: %j', (listOutcome, said) => {
  const { settings } = windowOf({ ...stateOf(), listOutcome }, words, 0, 0, false);
  expect(settings.listNote).toBe(said);
});
