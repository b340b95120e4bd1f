import { beforeEach, describe, expect, test } from 'vitest';
import { handsOn } from './hands.ts';
import type { Sent } from './host/controls.ts';
import { reach } from './host/reach.ts';
import { useHost } from './host/useHost.ts';
import * as portals from './scenes/portals.ts';
import { type ViewName, viewOf } from './scenes/views.ts';

// What each control tells the main process, to the letter, and what the window tells of itself.

const host = useHost();
const { open, click } = handsOn(host);

describe('a click', () => {
  const backup = (job: string) => ({ scope: 'portal', job });
  const controls: Array<[ViewName, string, string | undefined, Sent]> = [
    ['four', 'Check now', 'Nordlicht Verlag', ['dispatch', { type: 'checkNow', portal: 'nordlicht' }]],
    [
      'four',
      'Open link',
      'Kestrel Legal',
      ['dispatch', { type: 'openLink', portal: 'kestrel', backup: backup('task 5') }],
    ],
    [
      'four',
      'Copy link',
      'Kestrel Legal',
      ['dispatch', { type: 'copyLink', portal: 'kestrel', backup: backup('task 5') }],
    ],
    [
      'four',
      'Open backup page',
      'Borealis Clinic',
      ['dispatch', { type: 'openPage', portal: 'borealis', backup: backup('task 3') }],
    ],
    [
      'one-finished',
      'Open link',
      undefined,
      ['dispatch', { type: 'openLink', portal: 'acme', backup: backup('task 2') }],
    ],
    ['one', 'Check now', undefined, ['dispatch', { type: 'checkNow', portal: 'acme' }]],
    ['four', 'Pause watching', undefined, ['dispatch', { type: 'paused', until: Infinity }]],
    ['paused', 'Resume watching', undefined, ['dispatch', { type: 'resumed' }]],
    ['calm', 'Remove', 'Kestrel Legal', ['dispatch', { type: 'remove', portal: 'kestrel' }]],
    [
      'settings',
      'Open portal',
      'Nordlicht Verlag',
      ['dispatch', { type: 'openPortal', portal: 'nordlicht' }],
    ],
    ['add-http', 'Connect without encryption', undefined, ['dispatch', { type: 'connectAgreed' }]],
  ];
  test.each(controls)('%s: "%s"', async (view, name, portal, sent) => {
    await open(viewOf(view));
    await click(name, portal);
    expect(await host().sent()).toEqual([sent]);
  });

  test('"Change key" opens the form of that portal', async () => {
    await open(viewOf('trouble'));
    await click('Change key');
    expect(await host().sent()).toEqual([
      ['dispatch', { type: 'connectOpened', portal: 'acme' }],
      ['hold', { held: true }],
    ]);
  });
});

test('a refusal and a consent interrupt, with what is so and what to do', async () => {
  const alerts: Array<[ViewName, RegExp]> = [
    ['add-field', /^DNS has no address for this name\. Check the spelling/],
    ['add-key', /^The portal refuses this key\. Copy it again/],
    [
      'add-refused',
      /^This key may not see backupsThe key’s permissions do not cover backups\. Make a read-only key/,
    ],
    ['add-restoring', /^The portal is being restoredWait until it is done/],
    [
      'add-consent',
      /^This certificate is not trustedIt is self-signed, or from an authority that this system does not trust/,
    ],
    ['add-http', /^This connection is not encryptedOthers on the network can read the key\. Use https/],
    ['add-other-host', /^This address redirects to acme\.onlyoffice\.comThe key would be sent there, not to/],
    ['change-key-unreached', /^The portal could not be reachedDNS has no address for this name\. Check/],
  ];
  for (const [view, says] of alerts) {
    await reach(host(), viewOf(view));
    expect(await host().page.getByRole('alert').textContent()).toMatch(says);
  }
});

test('a proxy’s user and password, and that they are forgotten', async () => {
  await open(viewOf('proxy'));
  const { page } = host();
  await click('Enter password', 'proxy.kestrel.example:3128');
  await page.getByRole('textbox', { name: 'User name' }).fill('ada');
  await page.getByLabel('Password', { exact: true }).fill('secret');
  await click('Save');
  await click('Forget', 'proxy.acme.example');
  expect(await host().sent()).toEqual([
    ['proxySignIn', { proxy: 'http://proxy.kestrel.example:3128', user: 'ada', password: 'secret' }],
    ['proxyForget', { proxy: 'http://proxy.acme.example' }],
  ]);
});

test('a look at a certificate, and the trust in it', async () => {
  await open(viewOf('certificate-changed'));
  await click('View certificate', 'Kestrel Legal');
  expect(await host().sent()).toEqual([
    ['dispatch', { type: 'certificateOpened', portal: 'kestrel' }],
    ['hold', { held: true }],
  ]);
  await open(viewOf('certificate'));
  await click('Trust this certificate');
  expect(await host().sent()).toEqual([['dispatch', { type: 'connectAgreed' }]]);
});

test('starting at login, offered after the first portal', async () => {
  await open(viewOf('add-connected'));
  await host().page.getByRole('switch', { name: 'Start at login' }).check();
  expect(await host().sent()).toEqual([['setStartAtLogin', { on: true }]]);
});

describe('the window is held', () => {
  const held = (on: boolean): Sent => ['hold', { held: on }];

  test('while the removal is asked', async () => {
    await open(viewOf('four'));
    await click('Remove', 'Acme Documents');
    expect(await host().sent()).toEqual([held(true)]);
    await click('Keep');
    expect(await host().sent()).toEqual([held(false)]);
  });

  test('until the removed portal is gone', async () => {
    await open(viewOf('calm'));
    await click('Remove', 'Kestrel Legal');
    const { portals: rows, ...rest } = portals.calm();
    await host().show({ ...rest, portals: rows.slice(0, 2) });
    expect(await host().sent()).toEqual([['dispatch', { type: 'remove', portal: 'kestrel' }], held(false)]);
  });

  test('from one view into the next, without a gap', async () => {
    await open(viewOf('quiet'));
    await click('Remove', 'Acme Documents');
    await click('Settings');
    await click('Change key', 'Acme Documents');
    await click('Back');
    expect(await host().sent()).toEqual([
      held(true),
      ['dispatch', { type: 'connectOpened', portal: 'acme' }],
    ]);
    await click('Back');
    expect(await host().sent()).toEqual([held(false)]);
  });
});

describe('what was seen: only by a window that is in front, once it is painted', () => {
  /** Playwright has every page believe that it has the focus, and does not let go of that. */
  const setFocus = async (focus: boolean): Promise<void> =>
    host().page.evaluate((focus) => {
      document.hasFocus = () => focus;
      window.dispatchEvent(new Event(focus ? 'focus' : 'blur'));
    }, focus);

  beforeEach(async () => {
    await reach(host(), viewOf('one'));
    await host().seen();
  });

  test('each snapshot is seen once', async () => {
    const first = await host().show(portals.oneFinished());
    const second = await host().show(portals.oneFailed());
    expect(await host().seen()).toEqual([first, second]);
  });

  test('not by a window behind another, but when it comes to the front', async () => {
    await setFocus(false);
    await host().push({ ...portals.oneFinished(), labels: null, revision: 1000 });
    await host().page.getByText('Backup finished').waitFor();
    // Long enough for what waits for a frame.
    await host().page.evaluate(
      async () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect(await host().seen()).toEqual([]);
    await setFocus(true);
    await expect.poll(async () => host().seen()).toEqual([1000]);
  });
});
