import { beforeEach, describe, expect, test } from 'vitest';
import { handsOn } from './hands.ts';
import { useHost } from './host/useHost.ts';
import * as connecting from './scenes/connecting.ts';
import * as portals from './scenes/portals.ts';
import { type ViewName, viewOf } from './scenes/views.ts';

// Everything by keyboard alone, and the focus is never lost on the way.
const host = useHost();

const { press, type, focus, tabTo, open } = handsOn(host);

const address = 'acme.onlyoffice.com';

describe('adding a portal', () => {
  beforeEach(async () => open(viewOf('first-start'), 'Add portal'));

  test('from the first field to "Done"', async () => {
    expect(await focus()).toBe('Portal address');
    await type(address);
    await press('Tab');
    expect(await focus()).toBe('API key');
    await type(connecting.typedKey);
    await press('Enter');
    await host().show(connecting.checking(address));
    expect(await focus()).toBe('API key');
    await host().show(connecting.connected(address));
    expect(await focus()).toBe('Done');
    await press('Enter');
    expect(await focus()).toBe('Add portal');
    expect(await host().sent()).toEqual([
      ['dispatch', { type: 'connectOpened', portal: null }],
      ['hold', { held: true }],
      ['connectSubmit', { address, key: connecting.typedKey }],
      ['hold', { held: false }],
    ]);
  });

  test('a refusal takes the focus to its field', async () => {
    await tabTo('Connect');
    await press('Space');
    await host().show(connecting.refusedAddress(address));
    expect(await focus()).toBe('Portal address');
    await tabTo('Connect');
    await press('Enter');
    await host().show(connecting.checking(address));
    expect(await focus()).toBe('Connecting…');
    await host().show(connecting.refusedKey(address));
    expect(await focus()).toBe('API key');
  });

  test('a refusal beyond the fields leaves it where it was', async () => {
    await tabTo('Connect');
    await press('Enter');
    await host().show(connecting.checking(address));
    await host().show(connecting.refusedRight(address));
    expect(await focus()).toBe('Connect');
  });

  test.each([
    ['unencrypted', connecting.checking('http://192.168.1.20'), 'Connect without encryption'],
    ['another host', connecting.otherHost('docs.example', `https://${address}`), `Connect to ${address}`],
  ])('before a risk (%s) it is on the safe answer', async (_, risk, agree) => {
    await type('192.168.1.20');
    await host().show(risk);
    expect(await focus()).toBe('Do not connect');
    await press('Shift+Tab');
    expect(await focus()).toBe(agree);
    await press('Enter');
    expect(await host().sent()).toContainEqual(['dispatch', { type: 'connectAgreed' }]);
  });

  test('Enter in a field agrees to nothing', async () => {
    await host().show(connecting.checking('http://192.168.1.20'));
    await press('Shift+Tab', 'Shift+Tab');
    expect(await focus()).toBe('API key');
    await press('Enter');
    expect((await host().sent()).map(([name]) => name)).toEqual(['dispatch', 'hold']);
  });

  test.each(['Escape', 'Back', 'Do not connect'])('%s leaves, and nothing goes on', async (way) => {
    await host().show(connecting.checking('http://192.168.1.20'));
    if (way === 'Escape') await press('Escape');
    else {
      await tabTo(way);
      await press('Enter');
    }
    expect(await focus()).toBe('Add portal');
    const sent = await host().sent();
    expect(sent.slice(-2)).toEqual([
      ['dispatch', { type: 'connectEdited' }],
      ['hold', { held: false }],
    ]);
  });
});

describe('the focus comes back to what opened a view', () => {
  const proxyResolver: Array<[ViewName, ...string[]]> = [
    ['four', 'Settings'],
    ['four', 'Add portal'],
    ['first-start', 'Settings'],
    ['trouble', 'Change key of Acme Documents'],
    ['calm', 'Settings', 'Rename of Nordlicht Verlag'],
    ['calm', 'Settings', 'Change key of Kestrel Legal'],
    ['four', 'Remove of Nordlicht Verlag'],
    ['one', 'Remove of Acme Documents'],
  ];
  test.each(proxyResolver)('%s: %s, %s', async (name, ...way) => {
    await open({ ...viewOf(name), steps: [] }, ...way);
    // Back the same way, one by one.
    for (const shell of way.toReversed()) {
      expect(await focus()).not.toBe('nothing');
      await press('Escape');
      expect(await focus()).toBe(shell);
    }
    expect(await host().sent()).not.toContainEqual(['close', {}]);
  });

  test('with "Back" as with Escape', async () => {
    await open(viewOf('quiet'), 'Settings', 'Change key of Kestrel Legal');
    expect(await focus()).toBe('API key');
    await tabTo('Back');
    await press('Enter');
    expect(await focus()).toBe('Change key of Kestrel Legal');
    await press('Shift+Tab', 'Shift+Tab');
    await tabTo('Back');
    await press('Space');
    expect(await focus()).toBe('Settings');
  });

  test('and begins in the first field of the view', async () => {
    await open(viewOf('four'), 'Settings');
    expect(await focus()).toBe('Start at login');
    await open(viewOf('quiet'), 'Settings', 'Rename of Acme Documents');
    expect(await focus()).toBe('Portal name');
    await open(viewOf('trouble'), 'Change key of Acme Documents');
    expect(await focus()).toBe('API key');
  });
});

describe('removing', () => {
  /** Presses "Remove", and waits for the question, which is loaded only then. */
  const askToRemove = async (view: ViewName, portal: string): Promise<void> => {
    await open(viewOf(view), `Remove of ${portal}`);
    await expect.poll(focus).toBe('Keep');
  };

  test('asks on the safe answer, and the focus goes to the next portal', async () => {
    await askToRemove('four', 'Nordlicht Verlag');
    await press('Shift+Tab', 'Enter');
    expect(await host().sent()).toContainEqual(['dispatch', { type: 'remove', portal: 'nordlicht' }]);
    const { portals: rows, ...rest } = portals.fourPortals();
    await host().show({ ...rest, portals: rows.filter(({ id }) => id !== 'nordlicht') });
    expect(await focus()).toBe('Open link of Kestrel Legal');
    expect(await host().sent()).toContainEqual(['hold', { held: false }]);
  });

  test('the last of the list, and the last of all', async () => {
    await askToRemove('four', 'Borealis Clinic');
    await press('Shift+Tab', 'Enter');
    const { portals: rows, ...rest } = portals.fourPortals();
    await host().show({ ...rest, portals: rows.slice(0, -1) });
    expect(await focus()).toBe('Open link of Kestrel Legal');
    await askToRemove('one', 'Acme Documents');
    await press('Shift+Tab', 'Enter');
    await host().show(portals.firstStart());
    expect(await focus()).toBe('Add portal');
  });

  test('Escape keeps, wherever the focus is', async () => {
    await askToRemove('quiet', 'Kestrel Legal');
    await press('Tab');
    expect(await focus()).toBe('Add portal');
    await press('Escape');
    expect(await host().page.getByRole('button', { name: 'Keep' }).count()).toBe(0);
    expect(await focus()).toBe('Add portal');
  });
});

describe('what changes under the focus', () => {
  test('a button that goes leaves it in its row', async () => {
    await open(viewOf('four'));
    await tabTo('Copy link of Kestrel Legal');
    const changed = portals.fourPortals();
    await host().show({
      ...changed,
      portals: changed.portals.map((row) => (row.id === 'kestrel' ? { ...row, buttons: [] } : row)),
    });
    expect(await focus()).toBe('History of Kestrel Legal');
  });

  test('pausing and resuming are one button', async () => {
    await open(viewOf('one'), 'Pause watching');
    expect(await host().sent()).toEqual([['dispatch', { type: 'paused', until: Infinity }]]);
    await host().show(portals.onePaused());
    expect(await focus()).toBe('Resume watching');
    await press('Enter');
    expect(await host().sent()).toEqual([['dispatch', { type: 'resumed' }]]);
  });

  test('a second portal makes rows of the picture', async () => {
    await open(viewOf('one'));
    await tabTo('History of Acme Documents');
    await host().show(portals.fourPortals());
    expect(await focus()).toBe('History of Acme Documents');
  });
});

test('Escape closes the window when nothing is open in it', async () => {
  await open(viewOf('four'));
  await press('Escape');
  expect(await host().sent()).toEqual([['close', {}]]);
});

test('a name is changed with Enter', async () => {
  await open(viewOf('quiet'), 'Settings', 'Rename of Nordlicht Verlag');
  await type('Nordlicht');
  await press('Enter');
  expect(await focus()).toBe('Rename of Nordlicht Verlag');
  expect(await host().sent()).toContainEqual([
    'dispatch',
    { type: 'rename', portal: 'nordlicht', name: 'Nordlicht' },
  ]);
});

test('a theme is chosen with the arrows', async () => {
  await open(viewOf('quiet'), 'Settings');
  await tabTo('Theme');
  await press('ArrowDown');
  expect(await host().sent()).toContainEqual(['dispatch', { type: 'theme', theme: 'light' }]);
});
