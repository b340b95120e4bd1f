import { expect, test } from 'vitest';
import { createSealer } from '../../../src/main/storage/sealer.ts';
import { readJsonFile } from '../../../src/main/storage/jsonFile.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { asynchronous } from '../storage/asynchronous.ts';
import { Assembled } from './assembled.ts';
import { Newcomer } from './newcomer.ts';
import { openNow } from './openNow.ts';

test('a keyring that gives no key to an asynchronous safeStorage holds nothing up, is said to be silent, and heard later', async () => {
  let answer = (): void => undefined;
  const keyring = new Promise<void>((resolve) => (answer = resolve));
  const sealer = createSealer(asynchronous('v11', keyring), 'linux', 50);
  const folder = temporaryFolder();
  const application = await Assembled.open(folder, undefined, undefined, sealer);
  const portal = await openNow();
  const newcomer = new Newcomer(application);
  const lines = await newcomer.connects(portal.origin, portal.key);
  expect(lines[0]).toContain('is being watched');
  const banners = (): string[] => application.snapshot?.banners.map(({ fact }) => fact) ?? [];
  await application.shows('that it is silent', () => banners().includes('The keyring does not answer'));
  expect(readJsonFile(folder, 'keys')).toEqual({});

  answer();
  await application.shows('that all is well', () => banners().length === 0);
  const [portalRow] = newcomer.portals();
  expect(Object.keys(Object(Object(readJsonFile(folder, 'keys')).keys))).toEqual([portalRow?.id]);
});
