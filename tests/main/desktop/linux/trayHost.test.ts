import { describe, expect, test } from 'vitest';
import type { TrayHost } from '../../../../src/main/desktop/desktop.ts';
import { followTrayHost } from '../../../../src/main/desktop/linux/trayHost.ts';
import { Desktop } from '../../../support/desktop/desktop.ts';
import { StatusNotifierHost } from '../../../support/desktop/statusNotifierHost.ts';
import { watcherName, watcherPath } from '../../../support/desktop/tray.ts';
import { waitFor } from '../../../support/desktop/waitFor.ts';
import { connectTo } from './buses.ts';
import { withoutStall } from './stall.ts';

const bare = { display: false, systemBus: false } as const;
const watcher = { destination: watcherName, path: watcherPath, interface: watcherName };

/** Follows the tray host of a desktop, as an application whose icon this process has entered. */
async function follow(desktop: Desktop, pid = process.pid) {
  const heard: TrayHost[] = [];
  const later: Array<() => void> = [];
  const bus = await connectTo(desktop);
  await followTrayHost(
    bus,
    (host) => heard.push(host),
    (_delay, wake) => later.push(wake),
    pid,
  );
  const hears = async (count: number): Promise<TrayHost[]> => {
    await waitFor(
      () => `${count} words (heard: ${heard.join(', ')})`,
      () => heard.length >= count,
    );
    return heard;
  };
  return { heard, hears, later, bus };
}

/** Enters an icon of this process into the tray. */
async function enterIcon(desktop: Desktop): Promise<void> {
  const bus = await desktop.connect();
  await bus.call(watcher, 'RegisterStatusNotifierItem', 's', ['/StatusNotifierItem']);
}

describe('a tray host', () => {
  test('that is there and shows our icon is there', async () => {
    await using desktop = await Desktop.open(bare);
    await StatusNotifierHost.open(desktop);
    await enterIcon(desktop);
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['there']);
  });

  test('that came right after our icon was made does not know it', async () => {
    await using desktop = await Desktop.open(bare);
    await StatusNotifierHost.open(desktop);
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['lacking']);
  });

  test('that takes the icon when it is made again is there', async () => {
    await using desktop = await Desktop.open(bare);
    await StatusNotifierHost.open(desktop);
    const { hears, later } = await follow(desktop);
    await hears(1);
    await enterIcon(desktop);
    for (const poll of later) poll();
    expect(await hears(2)).toEqual(['lacking', 'there']);
  });

  test('that does not take the icon when it is made again either is none, until it does', async () => {
    await using desktop = await Desktop.open(bare);
    await StatusNotifierHost.open(desktop);
    const { hears, later } = await follow(desktop);
    await hears(1);
    for (const poll of later) poll();
    expect(await hears(2)).toEqual(['lacking', 'absent']);
    await enterIcon(desktop);
    for (const look of later) look();
    expect(await hears(3)).toEqual(['lacking', 'absent', 'there']);
  });

  test('that knows icons of others only does not know ours', async () => {
    await using desktop = await Desktop.open(bare);
    await StatusNotifierHost.open(desktop);
    await enterIcon(desktop);
    const { hears } = await follow(desktop, 1);
    expect(await hears(1)).toEqual(['lacking']);
  });

  test('comes, goes and comes again: each is told, and icons enter themselves then', async () => {
    await using desktop = await Desktop.open(bare);
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['absent']);
    const host = await StatusNotifierHost.open(desktop);
    expect(await hears(2)).toEqual(['absent', 'there']);
    await host.vanish();
    expect(await hears(3)).toEqual(['absent', 'there', 'absent']);
    await host.appear();
    expect(await hears(4)).toEqual(['absent', 'there', 'absent', 'there']);
  });

  test('of a list that nobody shows is none', async () => {
    await using desktop = await Desktop.open(bare);
    await StatusNotifierHost.open(desktop, { hostRegistered: false });
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['absent']);
  });

  test('that hangs is none, and holds nothing up', async () => {
    await using desktop = await Desktop.open(bare);
    const hung = await desktop.connect();
    hung.hangs = true;
    await hung.own(watcherName);
    await withoutStall('a tray host that hangs', async () => {
      const { hears } = await follow(desktop);
      expect(await hears(1)).toEqual(['absent']);
    });
  });

  test('that answers after it was given up is there', async () => {
    await using desktop = await Desktop.open(bare);
    const host = await StatusNotifierHost.open(desktop, { mode: 'hangs' });
    const { hears } = await follow(desktop);
    expect(await hears(1)).toEqual(['absent']);
    host.mode = 'answers';
    expect(await hears(2)).toEqual(['absent', 'there']);
  });

  test('that goes while it is asked is gone, whatever it answered before', async () => {
    await using desktop = await Desktop.open(bare);
    const host = await StatusNotifierHost.open(desktop, { present: false });
    const { heard } = await follow(desktop);
    for (let time = 0; time < 20; time++) {
      await host.appear();
      await host.vanish();
    }
    await waitFor('its end', () => heard.at(-1) === 'absent');
    await host.appear();
    await waitFor('its return', () => heard.at(-1) === 'there');
    // What is told is told because it has changed.
    expect(heard.filter((state, at) => state === heard[at - 1])).toEqual([]);
  });
});
