import { describe, expect, test } from 'vitest';
import { createNotifications } from '../../../../src/main/desktop/linux/notifications.ts';
import type { NotificationAction, NotificationText } from '../../../../src/present/notification/text.ts';
import { Desktop } from '../../../support/desktop/desktop.ts';
import { serverName, serverPath } from '../../../support/desktop/notice.ts';
import {
  NotificationServer,
  type ServerOptions,
  type ShownNotice,
} from '../../../support/desktop/notificationServer.ts';
import { waitFor } from '../../../support/desktop/waitFor.ts';
import { connectTo } from './buses.ts';
import { withoutStall } from './stall.ts';

const bare = { display: false, systemBus: false } as const;
const identity = { desktopEntry: 'keepwatch', application: 'Keepwatch', icon: '/icons/keepwatch.png' };

function notice(parts: Partial<NotificationText> = {}): NotificationText {
  return {
    tag: 'acme portal',
    title: 'Acme: backup finished',
    body: 'acme.tar.gz & <b>more</b>',
    urgency: 'normal',
    click: { do: 'openLink', portal: 'acme' },
    buttons: [
      { label: 'Open link', action: { do: 'openLink', portal: 'acme' } },
      { label: 'Copy link', action: { do: 'copyLink', portal: 'acme' } },
    ],
    ...parts,
  };
}

/** Notices on a desktop, and what was clicked; `there`: a server is on the bus from the beginning. */
async function open(desktop: Desktop, options: ServerOptions & { there?: boolean } = {}) {
  const server = await NotificationServer.open(desktop, options);
  if (options.there === false) await server.vanish();
  const clicked: Array<[NotificationAction, string | null]> = [];
  const appeared: number[] = [];
  const notices = createNotifications(await connectTo(desktop), identity, (action, token) =>
    clicked.push([action, token]),
  );
  await notices.follow(() => appeared.push(appeared.length));
  const clicks = async (count: number) => {
    await waitFor(`${count} clicks`, () => clicked.length >= count);
    return clicked;
  };
  /** Shows a notice, as the server has it then. */
  const shows = async (): Promise<ShownNotice> => {
    await notices.show(notice());
    return server.notice();
  };
  return { server, notices, clicks, shows, appeared };
}

describe('a notice', () => {
  test('is shown with its name, its picture, its buttons, and how urgent it is', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notices } = await open(desktop);
    expect(await notices.show(notice({ urgency: 'critical' }))).toBe(true);
    expect(server.asked).toEqual([
      {
        id: 1,
        appName: 'Keepwatch',
        replacesId: 0,
        icon: '/icons/keepwatch.png',
        summary: 'Acme: backup finished',
        body: 'acme.tar.gz &amp; &lt;b&gt;more&lt;/b&gt;',
        actions: { default: '', '1': 'Open link', '2': 'Copy link' },
        hints: { 'desktop-entry': 'keepwatch', urgency: 2 },
        expire: -1,
      },
    ]);
  });

  test('that is clicked the moment it appears has heard its click', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notices, clicks } = await open(desktop, {
      // The number of the notice and the click on it go out one right after the other.
      heard: (shown) => setImmediate(() => server.invoke(shown, '2')),
    });
    for (let time = 1; time <= 20; time += 1) {
      await notices.show(notice());
      expect(await clicks(time)).toHaveLength(time);
    }
  });

  test('is plain text for a server that knows no markup', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notices } = await open(desktop, { capabilities: ['body', 'actions'] });
    await notices.show(notice());
    expect(server.asked[0]?.body).toBe('acme.tar.gz & <b>more</b>');
  });

  test('has no buttons where there are none', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notices } = await open(desktop, { capabilities: ['body'] });
    expect(await notices.show(notice())).toBe(true);
    expect(server.asked[0]?.actions).toEqual({});
  });

  test('takes the place of the one before it with the same tag, and of no other', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notices } = await open(desktop);
    await notices.show(notice());
    await notices.show(notice({ tag: 'globex portal' }));
    await notices.show(notice({ title: 'Acme: backup failed' }));
    expect(server.asked.map(({ id, replacesId }) => [id, replacesId])).toEqual([
      [1, 0],
      [2, 0],
      [1, 1],
    ]);
    expect(server.shown.map(({ summary }) => summary)).toEqual([
      'Acme: backup failed',
      'Acme: backup finished',
    ]);
  });
});

describe('a click', () => {
  test('on a notice, or on one of its buttons, does what belongs to it', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, shows, clicks } = await open(desktop);
    const shown = await shows();
    server.invoke(shown, 'default', { stays: true });
    server.invoke(shown, '2', { stays: true });
    server.invoke(shown, '1');
    expect(await clicks(3)).toEqual([
      [{ do: 'openLink', portal: 'acme' }, null],
      [{ do: 'copyLink', portal: 'acme' }, null],
      [{ do: 'openLink', portal: 'acme' }, null],
    ]);
  });

  test('on what nobody knows does nothing', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, shows, clicks } = await open(desktop);
    const shown = await shows();
    for (const key of ['3', '0', '-1', '0.5', 'constructor', '']) server.invoke(shown, key, { stays: true });
    server.invoke({ ...shown, id: 99 }, 'default', { stays: true });
    server.invoke(shown, '2');
    expect(await clicks(1)).toEqual([[{ do: 'copyLink', portal: 'acme' }, null]]);
  });

  test('brings the permission to raise a window along, for this click only', async () => {
    await using desktop = await Desktop.open(bare);
    const { shows, clicks } = await open(desktop);
    const bus = await desktop.connect();
    const shown = await shows();
    const permit = (id: number, token: string): void =>
      bus.emit(serverPath, serverName, 'ActivationToken', 'us', [id, token]);
    permit(99, 'of another notice');
    permit(shown.id, 'raise-1');
    bus.emit(serverPath, serverName, 'ActionInvoked', 'us', [shown.id, 'default']);
    bus.emit(serverPath, serverName, 'ActionInvoked', 'us', [shown.id, 'default']);
    expect((await clicks(2)).map(([, token]) => token)).toEqual(['raise-1', null]);
  });
});

describe('a notification server', () => {
  test('that is not there shows nothing, and tells when it comes', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notices, appeared } = await open(desktop, { there: false });
    expect(await withoutStall('no notification server', async () => notices.show(notice()))).toBe(false);
    expect(appeared).toEqual([]);
    await server.appear();
    await waitFor('the server', () => appeared.length === 1);
    expect(await notices.show(notice())).toBe(true);
    expect(server.asked.at(-1)?.actions).toMatchObject({ default: '' });
  });

  test('that refuses shows nothing', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notices } = await open(desktop, { mode: 'refuses' });
    expect(await notices.show(notice())).toBe(false);
    server.mode = 'answers';
    expect(await notices.show(notice())).toBe(true);
    expect(server.asked.at(-1)?.replacesId).toBe(0);
  });

  test('that hangs shows nothing, and holds nothing up', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notices } = await open(desktop, { mode: 'hangs' });
    expect(await withoutStall('a notification server that hangs', async () => notices.show(notice()))).toBe(
      false,
    );
    server.mode = 'answers';
    expect(await notices.show(notice())).toBe(true);
    // What it could do was not known before.
    expect(server.asked.at(-1)?.actions).toMatchObject({ default: '' });
  });

  test('that shows a notice after it was given up says so, and a click on it counts', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notices, clicks } = await open(desktop, { mode: 'holds' });
    let late = 0;
    expect(await notices.show(notice(), () => (late += 1))).toBe(false);
    expect(late).toBe(0);
    server.recover();
    await waitFor('the late answer', () => late === 1);
    server.invoke(await server.notice(), '2');
    expect(await clicks(1)).toEqual([[{ do: 'copyLink', portal: 'acme' }, null]]);
  });

  test('that says what it can do after it was given up is told as one that comes', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notices, appeared } = await open(desktop, { mode: 'hangs' });
    expect(appeared).toHaveLength(1);
    expect(await notices.show(notice())).toBe(false);
    expect(server.asked).toEqual([]);
    server.recover();
    await waitFor('its return', () => appeared.length === 2);
    expect(await notices.show(notice())).toBe(true);
  });

  test('that was replaced counts anew: clicks on the notices of others are none of ours', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notices, shows, clicks, appeared } = await open(desktop);
    const shown = await shows();
    await server.vanish();
    const other = await NotificationServer.open(desktop, { capabilities: ['body'] });
    await waitFor('the other server', () => appeared.length === 2);
    other.invoke(shown, 'default', { stays: true });
    await notices.show(notice({ title: 'Anew' }));
    expect(other.asked).toMatchObject([{ replacesId: 0, actions: {} }]);
    other.invoke({ ...shown, id: 1 }, '2');
    expect(await clicks(1)).toEqual([[{ do: 'copyLink', portal: 'acme' }, null]]);
  });

  test('whose bus dies shows nothing', async () => {
    await using desktop = await Desktop.open(bare);
    const { notices } = await open(desktop, { mode: 'hangs' });
    const shown = withoutStall('a bus that dies', async () => notices.show(notice()));
    desktop.sessionBus.child.kill();
    expect(await shown).toBe(false);
    expect(await notices.show(notice())).toBe(false);
  });
});
