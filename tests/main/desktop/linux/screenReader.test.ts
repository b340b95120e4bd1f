import { expect, test } from 'vitest';
import { followScreenReader } from '../../../../src/main/desktop/linux/screenReader.ts';
import { Desktop } from '../../../support/desktop/desktop.ts';
import { ScreenReader } from '../../../support/desktop/screenReader.ts';
import { waitFor } from '../../../support/desktop/waitFor.ts';
import { connectTo } from './buses.ts';

const bare = { display: false, systemBus: false } as const;

async function follow(desktop: Desktop): Promise<boolean[]> {
  const heard: boolean[] = [];
  await followScreenReader(await connectTo(desktop), (inUse) => heard.push(inUse));
  await waitFor('a word', () => heard.length > 0);
  return heard;
}

test('a screen reader that is switched on and off is heard of each time', async () => {
  await using desktop = await Desktop.open(bare);
  const reader = await ScreenReader.open(desktop);
  await reader.use(true);
  const heard = await follow(desktop);
  await reader.use(false);
  await waitFor('its end', () => heard.length === 2);
  await reader.use(true);
  await waitFor('it again', () => heard.length === 3);
  expect(heard).toEqual([true, false, true]);
});

test('where nothing for screen readers is, none is in use until it comes', async () => {
  await using desktop = await Desktop.open(bare);
  const heard = await follow(desktop);
  const reader = await ScreenReader.open(desktop);
  await reader.use(true);
  await waitFor('it', () => heard.length === 2);
  expect(heard).toEqual([false, true]);
});
