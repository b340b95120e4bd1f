import '../storage/withoutElectron.ts';
import { expect, onTestFinished, test } from 'vitest';
import { compose } from '../../../src/main/app/compose.ts';
import { systemClock as clock } from '../../../src/main/clock.ts';
import { lazy } from '../../../src/main/lazy.ts';
import { openStorage } from '../../../src/main/storage/openStorage.ts';
import { readSaved } from '../../../src/main/storage/saved.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { stateOf } from '../../support/given.ts';
import { desktopWith, partsWith } from '../../support/main/parts.ts';
import { sealerOf } from '../storage/sealers.ts';

test('a click opens the window, quits, or tells the core what it says', async () => {
  const folder = temporaryFolder();
  const initial = stateOf();
  const done: string[] = [];
  const nothing = (): void => undefined;
  const keepwatch = compose(
    partsWith({
      initial,
      clock,
      storage: await openStorage(folder, readSaved(folder), initial, sealerOf(), clock.wall()),
      transport: lazy(async () => {
        throw new Error('nothing is asked here');
      }),
      desktop: desktopWith(async () => true),
      failed: (error) => done.push(String(error)),
      window: { open: (kind) => done.push(kind), toggle: nothing, hold: nothing, close: nothing },
      quit: () => done.push('quit'),
    }),
  );
  onTestFinished(keepwatch.stop);
  keepwatch.act({ type: 'openWindow' });
  keepwatch.act({ type: 'quit' });
  keepwatch.act({ type: 'paused', until: Infinity });
  expect([done, keepwatch.state().pausedUntil]).toEqual([['ordinary', 'quit'], Infinity]);
});
