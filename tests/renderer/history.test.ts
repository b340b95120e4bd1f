import { describe, expect, test } from 'vitest';
import { handsOn } from './hands.ts';
import { useHost } from './host/useHost.ts';
import * as history from './scenes/history.ts';
import { viewOf } from './scenes/views.ts';

// The view of a portal's runs: what it sends, how it is used without a mouse, what it says to who cannot see it.

const host = useHost();
const { open, press, tabTo, focus } = handsOn(host);

describe('the runs of a portal', () => {
  test('are asked for when they are opened, and no more when they are left', async () => {
    await open(viewOf('one'), 'History of Acme Documents');
    await host().page.getByRole('heading', { name: 'History' }).waitFor();
    expect(await host().sent()).toEqual(
      expect.arrayContaining([
        ['hold', { held: true }],
        ['dispatch', { type: 'historyOpened', portal: 'acme' }],
      ]),
    );
    await press('Escape');
    await host().page.getByRole('list', { name: 'Portals' }).waitFor();
    expect(await host().sent()).toEqual(
      expect.arrayContaining([
        ['dispatch', { type: 'historyClosed' }],
        ['hold', { held: false }],
      ]),
    );
    expect(await focus()).toBe('History of Acme Documents');
  });

  test('are one stop of the keyboard: arrows choose among them', async () => {
    await open(viewOf('history-three'));
    await tabTo('Finished, today, 03:00, 22 min');
    await press('ArrowDown');
    const run = { scope: 'portal', id: 'night 1' };
    expect(await host().sent()).toContainEqual(['dispatch', { type: 'runChosen', run }]);
    expect(await focus()).toBe('Failed at 31 %, yesterday, 03:02, 4 min');
  });

  test('of which one is chosen show what is known of it, beneath it', async () => {
    await open(viewOf('history-failed'));
    const { page } = host();
    const chosen = page.getByRole('radio', { name: /^Failed at 31 %, Monday/ });
    expect(await chosen.isChecked()).toBe(true);
    const beneath = page.locator('tr.run:has(:checked) + tr');
    expect(await beneath.innerText()).toContain('Can’t backup table files_file.');
    const drawing = beneath.getByRole('img');
    expect(await drawing.getAttribute('aria-labelledby')).not.toBeNull();
    await beneath.getByRole('img', { name: 'Failed at 31 % after 7 min' }).waitFor();
  });

  test('are all listed when that is wanted, and the focus stays in the list', async () => {
    await open(viewOf('history-many'));
    const { page } = host();
    expect(await page.getByRole('radio').count()).toBe(50);
    await page.getByRole('button', { name: 'Show all 400 runs' }).click();
    expect(await host().sent()).toContainEqual(['dispatch', { type: 'allRunsWanted' }]);
    await host().showRuns(history.allRuns());
    expect(await page.getByRole('radio').count()).toBe(400);
    expect(await page.getByRole('button', { name: 'Show all' }).count()).toBe(0);
    expect(await focus()).toMatch(/^Finished, 26 March, 03:0\d, \d+ min$/);
  });

  test('are drawn with the same in words beneath', async () => {
    await open(viewOf('history-running'));
    const { page } = host();
    for (const said of [
      '47 % after 9 min, about 11 min left',
      '20 min to 26 min, usually 23 min; 2 failed, last on 11 May',
    ]) {
      expect(await page.getByRole('img', { name: said }).count()).toBe(1);
      expect(await page.getByText(said).isVisible()).toBe(true);
    }
  });
});
