import { describe, expect, test } from 'vitest';
import { Desktop } from '../../../support/desktop/desktop.ts';
import { NotificationServer } from '../../../support/desktop/notificationServer.ts';
import { waitFor } from '../../../support/desktop/waitFor.ts';
import { withoutStall } from './stall.ts';
import { backup, bare, notification, openNotifications } from './openNotifications.ts';

describe('a notification server', () => {
  test('that is not there shows nothing, and tells when it comes', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notifications, appeared } = await openNotifications(desktop, { there: false });
    expect(await withoutStall('no notification server', async () => notifications.show(notification()))).toBe(
      false,
    );
    expect(appeared).toEqual([]);
    await server.appear();
    await waitFor('the server', () => appeared.length === 1);
    expect(await notifications.show(notification())).toBe(true);
    expect(server.asked.at(-1)?.actions).toMatchObject({ default: '' });
  });

  test('that refuses shows nothing', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notifications } = await openNotifications(desktop, { mode: 'refuses' });
    expect(await notifications.show(notification())).toBe(false);
    server.mode = 'answers';
    expect(await notifications.show(notification())).toBe(true);
    expect(server.asked.at(-1)?.replacesId).toBe(0);
  });

  test('that hangs shows nothing, and holds nothing up', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notifications } = await openNotifications(desktop, { mode: 'hangs' });
    expect(
      await withoutStall('a notification server that hangs', async () => notifications.show(notification())),
    ).toBe(false);
    server.mode = 'answers';
    expect(await notifications.show(notification())).toBe(true);
    // What it could do was not known before.
    expect(server.asked.at(-1)?.actions).toMatchObject({ default: '' });
  });

  test('that shows a notification after it was given up says so, and a click on it counts', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notifications, clicks } = await openNotifications(desktop, { mode: 'holds' });
    let late = 0;
    expect(await notifications.show(notification(), () => (late += 1))).toBe(false);
    expect(late).toBe(0);
    server.recover();
    await waitFor('the late answer', () => late === 1);
    server.invoke(await server.nth(), '2');
    expect(await clicks(1)).toEqual([[{ type: 'copyLink', portal: 'acme', backup }, null]]);
  });

  test('that says what it can do after it was given up is told as one that comes', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notifications, appeared } = await openNotifications(desktop, { mode: 'hangs' });
    expect(appeared).toHaveLength(1);
    expect(await notifications.show(notification())).toBe(false);
    expect(server.asked).toEqual([]);
    server.recover();
    await waitFor('its return', () => appeared.length === 2);
    expect(await notifications.show(notification())).toBe(true);
  });

  test('that was replaced counts anew: clicks on the notifications of others are none of ours', async () => {
    await using desktop = await Desktop.open(bare);
    const { server, notifications, shows, clicks, appeared } = await openNotifications(desktop);
    const shown = await shows();
    await server.vanish();
    const other = await NotificationServer.open(desktop, { capabilities: ['body'] });
    await waitFor('the other server', () => appeared.length === 2);
    other.invoke(shown, 'default', { stays: true });
    await notifications.show(notification({ title: 'Anew' }));
    expect(other.asked).toMatchObject([{ replacesId: 0, actions: {} }]);
    other.invoke({ ...shown, id: 1 }, '2');
    expect(await clicks(1)).toEqual([[{ type: 'copyLink', portal: 'acme', backup }, null]]);
  });

  test('whose bus dies shows nothing', async () => {
    await using desktop = await Desktop.open(bare);
    const { notifications } = await openNotifications(desktop, { mode: 'hangs' });
    const shown = withoutStall('a bus that dies', async () => notifications.show(notification()));
    desktop.sessionBus.child.kill();
    expect(await shown).toBe(false);
    expect(await notifications.show(notification())).toBe(false);
  });
});
