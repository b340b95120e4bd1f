import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelOf, commandNames } from '../../src/contract/channels.ts';
import { commandSchemas } from '../../src/contract/commands.ts';
import { pageUrl as address, pageOrigin } from '../../src/main/window/protocol.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { cases } from '../main/window/channels.ts';
import { useWatched } from './useScene.ts';

// What is said to the main process of the built application by somebody else than its page, or in other words than the
// contract's: refused by the name of its channel, and nothing done.
const watched = useWatched();

function log(): string {
  const folder = join(watched().scene.desktop.home, 'user-data', 'logs');
  return ['keepwatch.old.log', 'keepwatch.log']
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('');
}

function refusals(why: 'sender' | 'payload'): string[] {
  return [...log().matchAll(/window: (\S+) refused, wrong (\w+)/g)]
    .filter(([, , found]) => found === why)
    .map(([, channel]) => channel ?? '');
}

/** What is watched, and how: all that a message could change. */
async function state(): Promise<string> {
  const { scene, application } = watched();
  const settings = readFileSync(join(scene.desktop.home, 'user-data', 'settings.json'), 'utf8');
  const theme = await application.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  return JSON.stringify([settings, theme, scene.browser.opened(), existsSync(autostart())]);
}

function autostart(): string {
  return join(watched().scene.desktop.home, '.config', 'autostart', 'keepwatch.desktop');
}

const channels = [...commandNames, 'hello' as const].map(channelOf);

test('9: no other window is listened to, not even one with our own page in it, nor one from elsewhere', async () => {
  const { application, stranger } = watched();
  const before = await state();
  const preload = join(import.meta.dirname, '..', '..', 'out', 'preload', 'index.cjs');
  const forged = await application.electron.evaluate(
    async ({ BrowserWindow }, { preload: file, pages, messages }) => {
      const answers: unknown[] = [];
      for (const page of pages) {
        const window = new BrowserWindow({ show: false, webPreferences: { preload: file, sandbox: true } });
        await window.loadURL(page);
        answers.push(
          await window.webContents.executeJavaScript(`(async () => {
            for (const [name, input] of ${JSON.stringify(messages)}) window.keepwatch[name](input);
            try { return await window.keepwatch.hello(); } catch ({ message }) { return message; }
          })()`),
        );
        window.destroy();
      }
      return answers;
    },
    { preload, pages: [address, stranger.origin], messages: cases.map(([name, , input]) => [name, input]) },
  );
  for (const answer of forged) expect(answer).toMatch(/keepwatch:hello: refused/);
  // The page that is ours says hello by itself as well.
  await waitFor('every refusal', () => refusals('sender').length >= 2 * channels.length);
  for (const channel of channels) expect(refusals('sender')).toContain(channel);
  expect(await state()).toBe(before);
});

test('9: no frame in the page is listened to, none that is gone, and no page but ours', async () => {
  const { application } = watched();
  const before = await state();
  const known = refusals('sender').length;
  const inside = await (
    await application.page()
  ).evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const bridge =
      frame.contentWindow === null ? 'none' : typeof Reflect.get(frame.contentWindow, 'keepwatch');
    frame.remove();
    return bridge;
  });
  expect(inside).toBe('undefined');
  await application.electron.evaluate(
    ({ ipcMain, webContents }, { messages, url }) => {
      const [sender] = webContents.getAllWebContents();
      const frames = [null, { url }, { url: 'https://keepwatch.example/' }];
      for (const senderFrame of frames)
        for (const [, channel, input] of messages) ipcMain.emit(channel, { sender, senderFrame }, input);
    },
    { messages: [...cases], url: address },
  );
  await waitFor('every refusal', () => refusals('sender').length === known + 3 * cases.length);
  expect(await state()).toBe(before);
});

/** What JSON cannot say, made in the page; the bridge may bring it over as an empty object. */
const oddities = [
  '[[[[{}]]]]',
  'new Date(0)',
  'new Map([["portal", "a"]])',
  'new Uint8Array(1e6)',
  '/x/',
  'new Error("x")',
  'Object.fromEntries(Array.from({ length: 1e4 }, (_, at) => [String(at), at]))',
  'JSON.parse(`{"__proto__":{"polluted":true}}`)',
  'JSON.parse(`{"constructor":{"prototype":{"polluted":true}}}`)',
  '{ type: "remove", portal: { toString: () => "a" } }',
  '{ type: "__proto__", portal: "../../etc/passwd" }',
  '{ type: "rename", portal: "constructor", name: "x".repeat(1e6) }',
];
const noObjects = ['null', '[]', '1n', 'NaN', '"x"', 'true'];

function withoutPrototype(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return payload;
  return Object.fromEntries(Object.entries(payload).filter(([name]) => name !== '__proto__'));
}

test('10: no message beside the contract is obeyed, on any channel, whatever is in it', async () => {
  const { application } = watched();
  const before = await state();
  const known = refusals('payload').length;
  const page = await application.page();

  // Of every channel: things that look like what it takes, with one member changed, added or left out.
  const values = fc.oneof(fc.jsonValue(), fc.string({ maxLength: 300 }), fc.constant('a'.repeat(9000)));
  const shaped = fc.dictionary(
    fc.constantFrom(
      'type',
      'portal',
      'backup',
      'name',
      'on',
      'held',
      'theme',
      'revision',
      'address',
      'key',
      '__proto__',
      'x',
    ),
    values,
    { maxKeys: 4 },
  );
  const payloads = fc.sample(fc.oneof(shaped, values), { numRuns: 150, seed: 4 });
  const messages = commandNames.flatMap((name) =>
    payloads
      // A prototype does not come over the bridge: alone it arrives as an empty object.
      .filter((payload) => !commandSchemas[name].safeParse(withoutPrototype(payload)).success)
      .map((payload): [string, string] => [name, JSON.stringify(payload)]),
  );
  await page.evaluate((sent) => {
    const bridge = Object(window.keepwatch);
    for (const [name, payload] of sent) bridge[name ?? ''](JSON.parse(payload ?? ''));
  }, messages);
  // An empty object is the right thing to say on some channels.
  const full = commandNames.filter((name) => !commandSchemas[name].safeParse({}).success);
  const odd = [
    ...full.flatMap((name) => oddities.map((source) => [name, source])),
    ...commandNames.flatMap((name) => noObjects.map((source) => [name, source])),
    ['dispatch', '{ type: "rename", portal: "a", name: "x".repeat(10 * 1024 * 1024) }'],
  ];
  const arrived = await application.electron.evaluate(async ({ webContents }, sources) => {
    const [contents] = webContents.getAllWebContents();
    let sent = 0;
    for (const [name, source] of sources) {
      // What cannot be carried over throws in the page.
      const answer: unknown = await contents?.executeJavaScript(
        `(() => { try { window.keepwatch.${name}(${source}); return 1; } catch { return 0; } })()`,
      );
      sent += Number(answer);
    }
    return sent;
  }, odd);
  console.log(`${messages.length + arrived} messages beside the contract`);
  expect(messages.length).toBeGreaterThan(1000);
  expect(arrived).toBeGreaterThan(80);
  // Every one was heard, and refused by its name.
  await waitFor(
    () => `${messages.length + arrived} refusals (${refusals('payload').length - known})`,
    () => refusals('payload').length === known + messages.length + arrived,
    { timeout: 20_000 },
  );
  expect(new Set(refusals('payload'))).toEqual(new Set(commandNames.map(channelOf)));
  expect(await state()).toBe(before);
  const polluted = await application.electron.evaluate(() => [
    'polluted' in {},
    Object.keys(Object.prototype).length,
  ]);
  expect(polluted).toEqual([false, 0]);
});

test('10: "hello" with anything in it is refused, and the next good one is answered', async () => {
  const { application } = watched();
  const answers = await application.electron.evaluate(async ({ ipcMain, webContents }, channel) => {
    const [sender] = webContents.getAllWebContents();
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
    const handle: unknown = handlers instanceof Map ? handlers.get(channel) : null;
    if (sender === undefined || typeof handle !== 'function') return ['no handler'];
    const event = { sender, senderFrame: sender.mainFrame };
    const said: string[] = [];
    for (const input of [undefined, null, 'hello', { more: 1 }, []]) {
      try {
        said.push(typeof (await Reflect.apply(handle, ipcMain, [event, input])));
      } catch (error) {
        said.push(error instanceof Error ? error.message : 'thrown');
      }
    }
    return said;
  }, channelOf('hello'));
  expect(answers).toEqual(Array.from({ length: 5 }, () => 'keepwatch:hello: refused'));
  expect(
    await (await application.page()).evaluate(async () => (await window.keepwatch.hello()).portals.length),
  ).toBe(1);
});

test('a second launch opens the window, and is obeyed in nothing else', async () => {
  const { scene, application, stranger } = watched();
  const before = await state();
  await (await application.page()).close();
  const args = [
    `${stranger.origin}/argument`,
    'file:///etc/passwd',
    '--remove=all',
    'keepwatch://app/window.js',
  ];
  const second = await scene.start({ args });
  expect(await second.exited).toEqual({ code: 0, signal: null });
  const page = await application.page();
  expect(page.url().split('#')[0]).toBe(`${pageOrigin}/index.html`);
  await page.getByRole('list', { name: 'Portals' }).waitFor();
  expect(stranger.heard.filter(({ path }) => path === '/argument')).toEqual([]);
  expect(await state()).toBe(before);
});
