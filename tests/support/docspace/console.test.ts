import { expect, test } from 'vitest';
import { ask, askProgress, progressPath } from './ask.ts';
import { second } from '../../../src/core/base/time.ts';
import { obey } from './console.ts';
import { openPortal } from './openPortal.ts';
import { findScenarios, scenarios } from './portal/scenarios/index.ts';

test('the list holds every scenario of the note, under names of their own', async () => {
  const numbers = new Set(scenarios.map(({ number }) => number));
  expect([...numbers]).toEqual(Array.from({ length: 27 }, (_, index) => index + 1));
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  const portal = await openPortal();
  for (const { name } of scenarios) expect(obey(portal, 'list')).toContain(name);
});

test('a scenario is found by its name, its number, or the beginning of its name', () => {
  expect(findScenarios('happy-documents').map(({ number }) => number)).toEqual([4]);
  expect(findScenarios('4').map(({ name }) => name)).toEqual(['happy-documents']);
  expect(findScenarios('happy')).toHaveLength(2);
  expect(findScenarios('')).toEqual([]);
});

test('it plays what it is told, and asks where that is not clear', async () => {
  const portal = await openPortal();
  expect(obey(portal, ' play  frozen ')).toMatch(/^Playing frozen\. /);
  expect(obey(portal, 'play 10')).toBe('"10" is one of: cancelled-vanishes, cancelled-stays.');
  expect(obey(portal, 'play chess')).toBe('There is no scenario "chess". Type list to see them all.');
  expect(obey(portal, 'play')).toBe('Play which one? Type list to see them all.');
});

test('it starts, finishes, fails, freezes, cancels and loses backups', async () => {
  const portal = await openPortal();
  expect(obey(portal, 'finish')).toBe('No backup is running. Type start to begin one.');
  expect(obey(portal, 'start soon')).toBe('"soon" is no number of seconds. Example: start 20');
  expect(obey(portal, 'start 10')).toBe('A backup has started; it will take 10 s.');
  expect(obey(portal, 'start')).toBe('A backup is running. Type finish, fail or cancel first.');
  portal.clock.pass(5 * second);
  obey(portal, 'fail No space left');
  expect(await askProgress(portal)).toMatchObject({
    isCompleted: true,
    progress: 57,
    error: 'No space left',
  });
  obey(portal, 'start 10');
  portal.clock.pass(10 * second);
  expect(await askProgress(portal)).toMatchObject({ isCompleted: true, progress: 100, error: '' });
  obey(portal, 'start');
  obey(portal, 'finish');
  expect(await askProgress(portal)).toMatchObject({ isCompleted: true, progress: 100 });
  obey(portal, 'start');
  obey(portal, 'freeze');
  portal.clock.pass(60 * second);
  expect(await askProgress(portal)).toMatchObject({ isCompleted: false, progress: 0 });
  expect(obey(portal, 'cancel')).toBe('Cancelled.');
  obey(portal, 'start');
  obey(portal, 'vanish');
  expect(obey(portal, 'status')).toBe('No backup is known.');
});

test('it tells what came in, and says clearly what it does not know', async () => {
  const portal = await openPortal();
  expect(obey(portal, 'requests')).toBe('Nobody has asked yet.');
  await ask(portal, progressPath);
  expect(obey(portal, 'requests')).toMatch(/200 {2}GET \/api\/2\.0\/backup\/getbackupprogress\n1 in all\.$/);
  expect(obey(portal, 'keys')).toContain(portal.keys.expired);
  expect(obey(portal, 'help')).toContain('play <scenario>');
  expect(obey(portal, 'dance')).toBe('I do not know "dance". Type help for what I know.');
  expect(obey(portal, '  ')).toBe('');
});
