import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { commands } from '../../src/contract/channels.ts';
import { contentSecurityPolicy, page as address, pageOrigin } from '../../src/main/protocol.ts';
import { useWatched } from './useScene.ts';

// What the page of the built application can do: show what it is sent, and say what the contract knows. Whatever else
// a script in it tried, it would get nowhere.
const watched = useWatched();

async function page(): Promise<Page> {
  return watched().application.page();
}

/** Nothing was opened, nobody was asked, and the page is where it was. */
async function expectNothing(): Promise<void> {
  const { application, scene, stranger } = watched();
  const here = await page();
  // Whatever was begun before this has been answered by the time this is.
  await here.evaluate('new Promise((done) => setTimeout(done, 100))');
  expect(here.url().split('#')[0]).toBe(address);
  // Not by a locator: Playwright waits there for the end of a navigation that was refused.
  expect(await here.evaluate(() => document.querySelector('main')?.textContent)).toContain('Acme');
  expect(
    await application.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1);
  expect(stranger.heard).toEqual([]);
  expect(scene.browser.opened()).toEqual([]);
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
  expect(found.names.toSorted()).toEqual([...Object.keys(commands), 'hello', 'onSnapshot'].toSorted());
  expect(found).toMatchObject({
    kinds: ['function'],
    frozen: true,
    prototype: true,
    changed: false,
    replaced: false,
  });
});

test('4: the policy comes with every file, and stops scripts, markup, pictures, styles and requests', async () => {
  const { stranger } = watched();
  const here = await page();
  const answer = await here.reload();
  expect(answer?.headers()).toMatchObject({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  const found = await here.evaluate(async (elsewhere) => {
    const violations = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.add(event.effectiveDirective);
      arrived();
    });
    let arrived = (): void => undefined;
    const attempt = async (what: () => unknown): Promise<string> => {
      try {
        await what();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    const add = (name: string, parts: Record<string, string>): void => {
      const element = document.createElement(name);
      try {
        for (const [key, value] of Object.entries(parts)) element.setAttribute(key, value);
      } catch {
        violations.add('refused');
      }
      document.body.append(element);
      element.remove();
    };
    const socket = elsewhere.replace('http', 'ws');
    const outcomes = {
      timer: await attempt(() => Reflect.apply(setTimeout, window, ['document.title = "taken"', 0])),
      markup: await attempt(() => (document.body.innerHTML = '<b>x</b>')),
      fetch: await attempt(async () => fetch(elsewhere)),
      socket: await attempt(() => new WebSocket(socket)),
      worker: await attempt(() => new Worker('blob:x')),
      wasm: await attempt(async () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))),
    };
    add('img', { src: `${elsewhere}/image.png` });
    add('link', { rel: 'stylesheet', href: `${elsewhere}/style.css` });
    add('iframe', { src: elsewhere });
    add('object', { data: elsewhere });
    add('video', { src: `${elsewhere}/film` });
    add('link', { rel: 'manifest', href: `${elsewhere}/manifest` });
    add('base', { href: elsewhere });
    navigator.sendBeacon(elsewhere);
    const wanted = ['connect-src', 'img-src', 'style-src-elem', 'frame-src', 'require-trusted-types-for'];
    await new Promise<void>((done) => {
      arrived = () => wanted.every((name) => violations.has(name)) && done();
      arrived();
    });
    return { outcomes, violations: [...violations], title: document.title, base: document.baseURI };
  }, stranger.origin);
  expect(found.outcomes).toMatchObject({
    timer: expect.not.stringMatching('^done$'),
    markup: 'TypeError',
    fetch: 'TypeError',
    worker: expect.not.stringMatching('^done$'),
    wasm: 'CompileError',
  });
  expect(found.title).toBe('Keepwatch');
  expect(found.base.split('#')[0]).toBe(address);
  await expectNothing();
});

test('4: a script that stands in the markup, or comes from elsewhere, does not run', async () => {
  const { application, stranger } = watched();
  const here = await page();
  // Said by the main process: Playwright's own scripts may do what the policy forbids.
  const evaluated = await application.electron.evaluate(async ({ webContents }, source) => {
    const [contents] = webContents.getAllWebContents();
    const answer: unknown = await contents?.executeJavaScript(
      `(() => {
        const attempt = (what) => { try { what(); return 'done'; } catch ({ name }) { return name; } };
        const script = (parts) => attempt(() => document.body.append(Object.assign(document.createElement('script'), parts)));
        const click = () => { document.body.setAttribute('onclick', 'document.title = "taken"'); document.body.click(); };
        script({ textContent: 'document.title = "taken"' });
        script({ src: ${JSON.stringify(source)} });
        script({ src: ${JSON.stringify(source)}, type: 'module' });
        return [attempt(() => (0, eval)('1')), attempt(() => new Function('return 1')), attempt(click)];
      })()`,
      true,
    );
    return answer;
  }, `${stranger.origin}/taken.js`);
  expect(evaluated).toEqual(['EvalError', 'EvalError', expect.any(String)]);
  expect(await here.title()).toBe('Keepwatch');
  await expectNothing();
});

test('5: the page goes nowhere: not by script, link, form, refresh, history or drop', async () => {
  const { stranger } = watched();
  const here = await page();
  const ways = [
    (to: string) => (location.href = to),
    (to: string) => location.replace(to),
    (to: string) => location.assign(to),
    (to: string) => {
      const link = Object.assign(document.createElement('a'), { href: to });
      document.body.append(link);
      link.click();
      link.remove();
    },
    (to: string) => {
      const form = Object.assign(document.createElement('form'), { action: to, method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
    },
    (to: string) => {
      const refresh = document.createElement('meta');
      refresh.setAttribute('http-equiv', 'refresh');
      refresh.content = `0;url=${to}`;
      document.head.append(refresh);
      refresh.remove();
    },
    (to: string) => {
      const data = new DataTransfer();
      data.setData('text/uri-list', to);
      for (const kind of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }),
        );
    },
    (to: string) => window.open(to, '_self'),
    () => history.back(),
  ];
  for (const way of ways) {
    for (const to of [`${stranger.origin}/away`, 'file:///etc/passwd', `${pageOrigin}/window.js`])
      await here.evaluate(way, to).catch(() => undefined);
    await expectNothing();
  }
});

test('5: an empty page, which nothing can refuse, gives way to one that leads back', async () => {
  const { application } = watched();
  const here = await page();
  await here.evaluate(() => (location.href = 'about:blank')).catch(() => undefined);
  await here.getByRole('alert').getByText('This window stopped working').waitFor();
  expect(await here.evaluate(() => typeof window.keepwatch.hello)).toBe('function');
  await here.getByRole('link', { name: 'Reload window' }).click();
  await here.getByRole('list', { name: 'Portals' }).waitFor();
  expect(application.openPages()).toHaveLength(1);
  await expectNothing();
});

test('6: the page opens nothing: no window, no browser, no webview', async () => {
  const { stranger } = watched();
  const here = await page();
  const opened = await here.evaluate((to) => {
    const link = Object.assign(document.createElement('a'), { href: to, target: '_blank', rel: 'opener' });
    document.body.append(link, document.createElement('webview'));
    link.click();
    link.dispatchEvent(new MouseEvent('click', { ctrlKey: true }));
    link.dispatchEvent(new MouseEvent('auxclick', { button: 1 }));
    link.remove();
    const view = document.querySelector('webview');
    view?.setAttribute('src', to);
    const kind = view?.constructor.name;
    view?.remove();
    return [window.open(to), window.open('about:blank'), kind];
  }, `${stranger.origin}/opened`);
  expect(opened).toEqual([null, null, 'HTMLElement']);
  await expectNothing();
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
