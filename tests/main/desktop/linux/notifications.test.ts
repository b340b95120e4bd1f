import { describe, expect, test } from 'vitest';
import { Desktop } from '../../../support/desktop/desktop.ts';
import { serverName, serverPath } from '../../../support/desktop/notification.ts';
import { backup, bare, notification, openNotifications } from './openNotifications.ts';

describe('a notification', () => {
  test('is shown with its name, its picture, its buttons, and how urgent it is', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notifications } = await openNotifications(desktop);
    expect(await notifications.show(notification({ urgency: 'critical' }))).toBe(true);
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
    const { server, notifications, clicks } = await openNotifications(desktop, {
      // The number of the notification and the click on it go out one right after the other.
      heard: (shown) => setImmediate(() => server.invoke(shown, '2')),
    });
    for (let time = 1; time <= 20; time += 1) {
      await notifications.show(notification());
      expect(await clicks(time)).toHaveLength(time);
    }
  });

  test('is plain text for a server that knows no markup', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notifications } = await openNotifications(desktop, { capabilities: ['body', 'actions'] });
    await notifications.show(notification());
    expect(server.asked[0]?.body).toBe('acme.tar.gz & <b>more</b>');
  });

  test('has no buttons where there are none', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notifications } = await openNotifications(desktop, { capabilities: ['body'] });
    expect(await notifications.show(notification())).toBe(true);
    expect(server.asked[0]?.actions).toEqual({});
  });

  test('takes the place of the one before it with the same tag, and of no other', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notifications } = await openNotifications(desktop);
    await notifications.show(notification());
    await notifications.show(notification({ tag: 'globex portal' }));
    await notifications.show(notification({ title: 'Acme: backup failed' }));
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

test('a notification whose news is over is taken from the screen, and no other', async () => {
  await using desktop = await Desktop.open(bare);
  const { server, notifications } = await openNotifications(desktop);
  await notifications.show(notification());
  await notifications.show(notification({ tag: 'globex portal', title: 'Globex: backup finished' }));
  await notifications.takeBack(notification().tag);
  await notifications.takeBack(notification().tag);
  await notifications.takeBack('of nobody');
  expect(server.shown.map(({ summary }) => summary)).toEqual(['Globex: backup finished']);
  await notifications.show(notification());
  expect(server.asked.at(-1)?.replacesId).toBe(0);
});

describe('a click', () => {
  test('on a notification, or on one of its buttons, does what belongs to it', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, shows, clicks } = await openNotifications(desktop);
    const shown = await shows();
    server.invoke(shown, 'default', { stays: true });
    server.invoke(shown, '2', { stays: true });
    server.invoke(shown, '1');
    expect(await clicks(3)).toEqual([
      [{ type: 'openLink', portal: 'acme', backup }, null],
      [{ type: 'copyLink', portal: 'acme', backup }, null],
      [{ type: 'openLink', portal: 'acme', backup }, null],
    ]);
  });

  test('on what nobody knows does nothing', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, shows, clicks } = await openNotifications(desktop);
    const shown = await shows();
    for (const key of ['3', '0', '-1', '0.5', 'constructor', '']) server.invoke(shown, key, { stays: true });
    server.invoke({ ...shown, id: 99 }, 'default', { stays: true });
    server.invoke(shown, '2');
    expect(await clicks(1)).toEqual([[{ type: 'copyLink', portal: 'acme', backup }, null]]);
  });

  test('brings the permission to raise a window along, for this click only', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, shows, clicks } = await openNotifications(desktop);
    const shown = await shows();
    server.permit({ id: 99 }, 'of another notification');
    server.permit(shown, 'raise-1');
    server.invoke(shown, 'default', { stays: true });
    server.invoke(shown, '2');
    expect((await clicks(2)).map(([, token]) => token)).toEqual(['raise-1', null]);
  });
});

describe('a bubble', () => {
  test('that has expired or was dismissed is not replaced: Plasma would show nothing', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notifications, arrived } = await openNotifications(desktop, { habits: 'plasma' });
    for (const reason of ['expired', 'dismissed', 'withdrawn', 'undefined'] as const) {
      await notifications.show(notification({ title: reason }));
      expect(server.shown.map(({ summary }) => summary)).toEqual([reason]);
      for (const bubble of server.shown) server.close(bubble, reason);
      await arrived();
    }
    expect(server.asked.map(({ replacesId }) => replacesId)).toEqual([0, 0, 0, 0]);
  });

  test('that is gone leads from the history to what it named, as does the one after it', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notifications, clicks, arrived } = await openNotifications(desktop);
    await notifications.show(notification());
    server.close(await server.nth(), 'expired');
    await arrived();
    await notifications.show(notification({ click: { type: 'openPage', portal: 'acme', backup } }));
    server.invoke(await server.nth(0), 'default', { stays: true });
    server.invoke(await server.nth(1), 'default', { stays: true });
    expect((await clicks(2)).map(([action]) => action)).toEqual([
      { type: 'openLink', portal: 'acme', backup },
      { type: 'openPage', portal: 'acme', backup },
    ]);
  });

  test('is clicked once, however often a shell says so', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, shows, notifications, clicks } = await openNotifications(desktop, { habits: 'gnome' });
    const shown = await shows();
    server.invoke(shown, 'default', { stays: true });
    server.invoke(shown, '2', { stays: true });
    // Replaced, it is another one.
    await notifications.show(notification());
    server.invoke(shown, 'default');
    expect((await clicks(3)).map(([{ type }]) => type)).toEqual(['openLink', 'copyLink', 'openLink']);
  });

  test('can be clicked by nobody but its server', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, shows, clicks } = await openNotifications(desktop);
    const stranger = await desktop.connect();
    const { id } = await shows();
    const ours = server.senderOf({ id });
    for (const to of [undefined, ours]) {
      stranger.emit(serverPath, serverName, 'ActivationToken', 'us', [id, 'of a stranger'], to);
      stranger.emit(serverPath, serverName, 'ActionInvoked', 'us', [id, 'default'], to);
      stranger.emit(serverPath, serverName, 'NotificationClosed', 'uu', [id, 2], to);
    }
    // Answered after all that: it has arrived.
    await stranger.call(
      { destination: serverName, path: serverPath, interface: serverName },
      'GetCapabilities',
    );
    server.invoke({ id }, '2', { stays: true });
    expect(await clicks(1)).toEqual([[{ type: 'copyLink', portal: 'acme', backup }, null]]);
    await shows();
    expect(server.asked.map(({ replacesId }) => replacesId)).toEqual([0, id]);
  });
});
