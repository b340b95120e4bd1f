import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { commandNames } from '../../src/contract/channels.ts';
import { pageOrigin } from '../../src/main/window/protocol.ts';
import { useWatched } from './useScene.ts';

// What the page of the built application has in its hands: what it is sent, what the contract knows, and nothing else.

const watched = useWatched();

async function page(): Promise<Page> {
  return watched().application.page();
}

test('1: every window is sandboxed and isolated, and has neither Node nor webview', async () => {
  const { application } = watched();
  const all = await application.electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((contents) =>
        'getLastWebPreferences' in contents && typeof contents.getLastWebPreferences === 'function'
          ? contents.getLastWebPreferences()
          : null,
      ),
  );
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
  expect(Object(all[0]).enableBlinkFeatures ?? '').toBe('');
});

test('2: the page has nothing of Node and nothing of Electron', async () => {
  const names = ['process', 'require', 'module', 'exports', 'Buffer', 'global', 'ipcRenderer', 'electron'];
  const kinds = await (
    await page()
  ).evaluate((asked) => asked.map((name) => typeof Reflect.get(window, name)), names);
  expect(kinds).toEqual(names.map(() => 'undefined'));
});

test('3: the bridge is what the contract says, functions only, and cannot be changed', async () => {
  const found = await (
    await page()
  ).evaluate(() => {
    const { keepwatch } = window;
    return {
      names: Object.getOwnPropertyNames(keepwatch),
      kinds: [...new Set(Object.values(keepwatch).map((value) => typeof value))],
      frozen: Object.isFrozen(keepwatch),
      prototype: Object.getPrototypeOf(keepwatch) === Object.prototype,
      changed: Reflect.set(keepwatch, 'hello', null),
      replaced: Reflect.set(window, 'keepwatch', {}),
    };
  });
  expect(found.names.toSorted()).toEqual([...commandNames, 'hello', 'onSnapshot', 'onHistory'].toSorted());
  expect(found).toMatchObject({
    kinds: ['function'],
    frozen: true,
    prototype: true,
    changed: false,
    replaced: false,
  });
});

test('7: the page is granted nothing: no sensor, no device, no file, no notification', async () => {
  const found = await (
    await page()
  ).evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'idle-detection',
      'screen-wake-lock',
      'storage-access',
    ];
    const states = names.map(async (name) => {
      const permissions = Object(navigator.permissions);
      const { state } = await permissions.query({ name });
      return String(state);
    });
    const attempt = async (what: () => unknown): Promise<string> => {
      try {
        return String(await what());
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    const device = (kind: string, ...words: unknown[]): Promise<string> =>
      attempt(async () => {
        const list: unknown = Reflect.get(navigator, kind);
        if (typeof list !== 'object' || list === null) return 'absent';
        const found: unknown = await Reflect.apply(
          Reflect.get(list, 'getDevices') ?? Reflect.get(list, 'getPorts'),
          list,
          words,
        );
        return Array.isArray(found) ? found.length : found;
      });
    return {
      states: [...new Set(await Promise.all(states))],
      notification: await attempt(async () => Notification.requestPermission()),
      media: await attempt(async () => navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      screen: await attempt(async () => navigator.mediaDevices.getDisplayMedia()),
      clipboard: await attempt(async () => navigator.clipboard.readText()),
      place: await attempt(
        async () =>
          new Promise((tell) => {
            navigator.geolocation.getCurrentPosition(
              () => tell('told'),
              ({ code }) => tell(code),
            );
          }),
      ),
      devices: await Promise.all(['usb', 'hid', 'serial', 'bluetooth'].map(async (kind) => device(kind))),
    };
  });
  expect(found.states).toEqual(['denied']);
  expect(found).toMatchObject({
    notification: 'denied',
    // Where there is no camera, Chromium says so first.
    media: expect.stringMatching(/^Not(Allowed|Found)Error$/),
    clipboard: 'NotAllowedError',
    place: '1',
  });
  expect(found.screen).toMatch(/Error$/);
  for (const devices of found.devices) expect(devices).toMatch(/^(0|absent|.*Error)$/);
});

test('8: the protocol serves its files by their exact names and nothing beside them', async () => {
  const { application } = watched();
  const paths = [
    '/',
    '/../main/index.js',
    '/..%2fmain%2findex.js',
    '/..%5cmain%5cindex.js',
    '/..\\main\\index.js',
    '/%2e%2e/main/index.js',
    '/....//main/index.js',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/etc/passwd',
    '/index.html%00',
    '/index.html%00.js',
    '/index.html?x',
    '/INDEX.HTML',
    '/index.html/',
    '/./x/../preload/index.cjs',
    '/window.js.map',
  ];
  const addresses = [
    ...paths.map((path) => `${pageOrigin}${path}`),
    'keepwatch://other/index.html',
    'keepwatch://app.example/index.html',
    'keepwatch://user@app/../main/index.js',
  ];
  const answers = await application.electron.evaluate(
    async ({ net }, asked) =>
      Promise.all(
        asked.map(async (url) => {
          try {
            const answer = await net.fetch(url);
            return [answer.status, (await answer.text()).length];
          } catch {
            return [404, 0];
          }
        }),
      ),
    addresses,
  );
  for (const [at, asked] of addresses.entries()) expect([asked, answers[at]]).toEqual([asked, [404, 0]]);
  const script = await application.electron.evaluate(
    async ({ net }, url) => (await net.fetch(url)).text(),
    `${pageOrigin}/window.js`,
  );
  const built = join(import.meta.dirname, '..', '..', 'out', 'renderer', 'window.js');
  expect(script).toBe(await readFile(built, 'utf8'));
});
