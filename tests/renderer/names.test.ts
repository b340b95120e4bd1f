import { expect, test } from 'vitest';
import { misfits, sizes } from './host/layout.ts';
import { reach } from './host/reach.ts';
import { useHost } from './host/useHost.ts';
import { rewordRuns, rewordSnapshot, rewordView } from './scenes/texts.ts';
import { type View, type ViewName, viewOf } from './scenes/views.ts';

// Names, hosts, archives and sentences come from servers: they are shown as text, whatever they are.
const host = useHost();

const bidi = '\u202Eturned\u202C \u2066isolated\u2069 \u200Fשלום عربي 12-34 (a)';
const texts = {
  'markup, marks and emoji': `<img src=x onerror=alert(1)><b>bold</b><script>alert(2)</script> &lt;&amp; ${bidi} 👩‍👩‍👧‍👦🏳️‍🌈👍🏽 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢ 例子`,
  'one long word': 'W'.repeat(200),
  'many words': 'Backups of the archive of the office '.repeat(6).trim().slice(0, 200),
};

// What of a snapshot comes from elsewhere, or has something from elsewhere in it.
const foreign = new Set(['name', 'detail', 'reason', 'removal', 'fact', 'consent']);

function strange(view: View, text: string): View {
  // Behind what tells one from the other.
  const change = (said: string, key: string): string =>
    foreign.has(key) ? `${said.slice(0, 6)}${text}` : said;
  return rewordView(
    view,
    (snapshot) => rewordSnapshot(snapshot, change),
    (runs) => rewordRuns(runs, change),
  );
}

// Where something from elsewhere is shown.
const shown = [
  'one-finished',
  'one-failed',
  'history-failed',
  'one-unencrypted',
  'moved',
  'trouble',
  'calm',
  'add-refused',
  'add-other-host',
  'add-connected',
  'change-key',
  'settings',
  'rename',
] as const satisfies Array<ViewName>;

const cases = Object.entries(texts).flatMap(([kind, text]) =>
  shown.map((name) => [kind, name, text] as const),
);

test.each(cases)('%s in %s', async (_, name, text) => {
  const { page } = host();
  await reach(host(), strange(viewOf(name), text));
  expect(await page.locator('img, b, script:not([src]), style').count()).toBe(0);
  expect(await page.locator('body').textContent()).toContain(text);
  for (const size of sizes) {
    await page.setViewportSize(size);
    expect(await misfits(page), `${size.width} wide`).toEqual([]);
  }
});

test('a name stands by itself: what it turns around stays its own', async () => {
  const { page } = host();
  await reach(host(), strange(viewOf('trouble'), bidi));
  for (const name of await page.getByRole('heading', { level: 2 }).all()) {
    expect(await name.evaluate(({ innerHTML }) => innerHTML)).toMatch(/^<bdi>.*<\/bdi>$/u);
  }
});

test('a name takes two lines, and is whole in its hint', async () => {
  const { page } = host();
  await page.setViewportSize({ width: 400, height: 560 });
  await reach(host(), strange(viewOf('four'), texts['many words']));
  const name = page.getByRole('heading', { level: 2 }).first();
  expect(await name.getAttribute('title')).toContain(texts['many words']);
  expect((await name.boundingBox())?.height).toBe(40);
});
