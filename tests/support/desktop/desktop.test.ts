import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Desktop } from './desktop.ts';
import { expectTooltip, startFixture } from './fixture.ts';
import { Login1 } from './login1.ts';

test('several desktops live side by side, and leave nothing behind', async () => {
  const desktops = await Promise.all([Desktop.open(), Desktop.open(), Desktop.open({ display: false })]);
  const [one, two, three] = desktops;
  expect(one?.displayServer.display).not.toBe(two?.displayServer.display);
  expect(() => three?.displayServer).toThrow('no display');

  const pids = [one, two].flatMap((desktop) => [
    desktop?.displayServer.child.pid,
    desktop?.sessionBus.child.pid,
  ]);
  await Promise.all(desktops.map(async (desktop) => desktop.stop()));
  for (const desktop of desktops) expect(existsSync(desktop.folder)).toBe(false);
  for (const pid of pids) expect(existsSync(`/proc/${pid}`)).toBe(false);
});

test('nothing of the machine it runs on is on it', async () => {
  await using desktop = await Desktop.open({ env: { LANG: 'de_DE.UTF-8' } });
  expect(desktop.env['HOME']).toBe(desktop.home);
  expect(desktop.env['LANG']).toBe('de_DE.UTF-8');
  expect(Object.keys(desktop.env)).not.toContain('XDG_CURRENT_DESKTOP');
  const bus = await desktop.connect();
  expect(await bus.owner('org.freedesktop.Notifications')).toBeUndefined();
  expect(await bus.owner('org.freedesktop.secrets')).toBeUndefined();
});

test('its user interface has the font that was asked for', async () => {
  const bare = { display: false, sessionBus: false, systemBus: false };
  await using one = await Desktop.open(bare);
  await using other = await Desktop.open({ ...bare, font: 'Noto Sans' });
  expect(await one.run('fc-match', '--format=%{family[0]}', 'system-ui')).toBe('Inter');
  expect(await other.run('fc-match', '--format=%{family[0]}', 'sans-serif')).toBe('Noto Sans');
});

test('the machine goes to sleep and wakes', async () => {
  await using desktop = await Desktop.open();
  const login1 = await Login1.open(desktop);
  const { item } = await startFixture(desktop);

  login1.suspend();
  await expectTooltip(item, 'Fixture: asleep');
  login1.resume();
  await expectTooltip(item, 'Fixture: awake');
  expect(login1.inhibitions.map(([what]) => what)).toContain('sleep');
});

test('a program that cannot be started says so', async () => {
  await using desktop = await Desktop.open({ display: false, sessionBus: false, systemBus: false });
  const child = desktop.start('/nonexistent');
  await expect(child.until('a word', () => child.stdout)).rejects.toThrow(/ended \(127\) before a word/u);
});
