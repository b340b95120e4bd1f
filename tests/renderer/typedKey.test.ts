import { beforeEach, describe, expect, test } from 'vitest';
import { handsOn } from './hands.ts';
import { useHost } from './host/useHost.ts';
import * as connecting from './scenes/connecting.ts';
import * as portals from './scenes/portals.ts';
import { viewOf } from './scenes/views.ts';

// What becomes of a key that is typed into the window.

const host = useHost();
const { open, click } = handsOn(host);

describe('the key', () => {
  const address = 'acme.onlyoffice.com';
  const { typedKey } = connecting;
  const markup = async (): Promise<string> => host().page.content();
  const key = () => host().page.getByLabel('API key');

  beforeEach(async () => open(viewOf('add')));

  test('is typed unseen, sent once, and gone when it was taken', async () => {
    expect(await key().getAttribute('type')).toBe('password');
    await host().page.getByLabel('Portal address').fill(address);
    await key().fill(typedKey);
    await click('Connect');
    expect(await markup()).not.toContain(typedKey);
    await host().show(connecting.checking(address));
    await host().show(connecting.connected(address));
    expect(await markup()).not.toContain(typedKey);
    await click('Done');
    await click('Add portal');
    // The last snapshot is still about the portal before: nothing of it is shown.
    expect(await host().page.getByRole('button', { name: 'Done' }).count()).toBe(0);
    expect(await key().inputValue()).toBe('');
    const submitted = (await host().sent()).filter((sent) => JSON.stringify(sent).includes(typedKey));
    expect(submitted).toEqual([['connectSubmit', { address, key: typedKey }]]);
  });

  test('stays in its field after a refusal, to be mended', async () => {
    await key().fill(typedKey);
    await host().show(connecting.refusedKey(address));
    expect(await key().inputValue()).toBe(typedKey);
    expect(await markup()).not.toContain(typedKey);
    await expect.poll(() => host().page.getByRole('alert').textContent()).toContain('refuses this key');
  });

  test('typing sends nothing, until there is something to take back', async () => {
    await key().pressSequentially('sk-1');
    expect(await host().sent()).toEqual([]);
    await host().show(connecting.refusedKey(address));
    await key().pressSequentially('2');
    await host().show({ ...portals.firstStart() });
    await key().pressSequentially('345');
    expect(await host().sent()).toEqual([['dispatch', { type: 'connectEdited' }]]);
    await host().show(connecting.checking('http://192.168.1.20'));
    await key().pressSequentially('6');
    expect(await host().sent()).toEqual([['dispatch', { type: 'connectEdited' }]]);
    expect(await host().page.getByRole('button', { name: 'Connect', exact: true }).count()).toBe(0);
  });

  test('nothing is sent twice while it is being checked', async () => {
    await host().show(connecting.checking(address));
    await host().page.getByRole('button', { name: 'Connecting…' }).click({ force: true });
    await key().press('Enter');
    expect(await key().isEditable()).toBe(false);
    expect(await host().sent()).toEqual([]);
  });

  test.each([
    ['a check', connecting.checking(address), true],
    ['a refusal', connecting.refusedKey(address), true],
    ['an empty form', portals.firstStart(), false],
  ])('leaving %s ends it: %#', async (_, snapshot, taken) => {
    await host().show(snapshot);
    await click('Back');
    const sent = await host().sent();
    expect(sent).toEqual(
      taken
        ? [
            ['dispatch', { type: 'connectEdited' }],
            ['hold', { held: false }],
          ]
        : [['hold', { held: false }]],
    );
  });
});
