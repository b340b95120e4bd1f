import { describe, expect, test } from 'vitest';
import {
  chosenButton,
  createElectronNotifications,
  type Heard,
} from '../../../../src/main/desktop/electron/notifications.ts';
import type { Action } from '../../../../src/present/action.ts';
import type { NotificationText } from '../../../../src/present/notification/text.ts';
import { SimulatedClock } from '../../../support/time/simulatedClock.ts';

const backup = { scope: 'portal', job: 'task-a' } as const;

const text: NotificationText = {
  tag: 'acme portal',
  title: 'Acme: backup finished',
  body: 'acme.tar.gz',
  urgency: 'low',
  click: { type: 'openLink', portal: 'acme', backup },
  buttons: [{ label: 'Copy link', action: { type: 'copyLink', portal: 'acme', backup } }],
};

/** Notifications over a system of which the test says what becomes of each. */
function notifications(supported = true) {
  const done: unknown[] = [];
  const acted: Action[] = [];
  const heard: Heard[] = [];
  const clock = new SimulatedClock();
  const made = createElectronNotifications(
    {
      isSupported: () => supported,
      create: (options, hears) => {
        const number = heard.push(hears);
        done.push(options);
        return { show: () => done.push(`show ${number}`), close: () => done.push(`close ${number}`) };
      },
    },
    (action) => acted.push(action),
    clock.after,
  );
  const last = (): Heard => {
    const hears = heard.at(-1);
    if (hears === undefined) throw new Error('nothing was made');
    return hears;
  };
  return { made, done, acted, last, clock };
}

describe('a notification', () => {
  test('is what it should say, and is told as soon as the system has taken it', async () => {
    const { made, done, last, clock } = notifications();
    const shown = made.show(text);
    expect(done).toEqual([
      {
        title: text.title,
        body: text.body,
        actions: [{ type: 'button', text: 'Copy link' }],
        urgency: 'low',
        timeoutType: 'default',
      },
      'show 1',
    ]);
    last().shown();
    expect(await shown).toBe(true);
    expect(clock.waits()).toEqual([]);
  });

  test('whose news is over is taken from the screen', async () => {
    const { made, done, last } = notifications();
    void made.show(text);
    last().shown();
    await made.takeBack('of nobody');
    await made.takeBack(text.tag);
    await made.takeBack(text.tag);
    expect(done.slice(1)).toEqual(['show 1', 'close 1']);
  });

  test('that the system did not take is not shown', async () => {
    const { made, last } = notifications();
    const shown = made.show(text);
    last().failed();
    expect(await shown).toBe(false);
  });

  test('of which nothing is heard is not shown', async () => {
    const { made, clock } = notifications();
    const shown = made.show(text);
    clock.pass(5000);
    expect(await shown).toBe(false);
  });

  test('of which something is heard too late is not shown, and then it is', async () => {
    const { made, last, clock } = notifications();
    let late = 0;
    const shown = made.show(text, () => (late += 1));
    clock.pass(5000);
    expect(await shown).toBe(false);
    last().failed();
    expect(late).toBe(0);
    last().shown();
    expect(late).toBe(1);
  });

  test('on a system without any is not shown', async () => {
    const { made, done } = notifications(false);
    expect(await made.show(text)).toBe(false);
    expect(done).toEqual([]);
  });

  test('takes the place of the one before it with the same tag', () => {
    const { made, done } = notifications();
    void made.show(text);
    void made.show({ ...text, tag: 'another' });
    void made.show(text);
    expect(done.filter((what) => typeof what === 'string')).toEqual([
      'show 1',
      'show 2',
      'close 1',
      'show 3',
    ]);
  });

  test('that is critical stays until somebody has seen it', () => {
    const { made, done } = notifications();
    void made.show({ ...text, urgency: 'critical' });
    expect(done[0]).toMatchObject({ urgency: 'critical', timeoutType: 'never' });
  });

  test('does what is clicked', () => {
    const { made, last, acted } = notifications();
    void made.show(text);
    last().click();
    last().button(0);
    last().button(1);
    last().button(-1);
    expect(acted).toEqual([text.click, text.buttons[0]?.action]);
  });
});

test('the button that was pressed is read from the event where newer versions of Electron say it', () => {
  expect([chosenButton({}, 1), chosenButton({ actionIndex: 0 }, 1)]).toEqual([1, 0]);
});
