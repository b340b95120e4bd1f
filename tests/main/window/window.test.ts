import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandNames } from '../../../src/contract/channels.ts';
import { contentSecurityPolicy, pageOrigin, pageUrl } from '../../../src/main/window/protocol.ts';
import { buildPreload } from '../../support/electron/builtPreload.ts';
import { Desktop } from '../../support/desktop/desktop.ts';
import { inElectron } from '../../support/electron/inElectron.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { httpAnswer, rawServer } from '../../support/network/rawServer.ts';

/** What the window loads when it is wanted: each is built into a file of its own, by its name. */
const chunks = [
  ...readFileSync('src/renderer/screens/window.tsx', 'utf8').matchAll(/import\('\.\/(\w+)\./g),
].map(([, name]) => `${name}.js`);

/** A folder with the files of a page, and some that are none of it. */
function rendererFolder(): string {
  const folder = join(temporaryFolder(), 'renderer');
  mkdirSync(join(folder, 'sub'), { recursive: true });
  const body =
    '<!doctype html><html lang="en"><title>Page</title><link rel="stylesheet" href="window.css"><body>';
  writeFileSync(join(folder, 'index.html'), `${body}<script src="window.js"></script>`);
  writeFileSync(join(folder, 'window.js'), 'document.title = "Page with its script";');
  writeFileSync(join(folder, 'window.css'), 'body { margin: 0 }');
  for (const name of chunks) writeFileSync(join(folder, name), `export const name = '${name}';`);
  writeFileSync(join(folder, 'historyScreen.css'), '.runs { margin: 0 }');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'sub', 'index.html'), 'secret');
  writeFileSync(join(folder, '..', 'secret.txt'), 'secret');
  return folder;
}

describe('the files of the page', () => {
  test('are served by their exact names, with all that keeps the page to itself', async () => {
    const folder = rendererFolder();
    const names = [
      ...['index.html', 'window.js', 'window.css', 'historyScreen.css', 'failed.html'],
      ...chunks,
    ];
    expect(chunks).not.toEqual([]);
    const answers = await inElectron('files.ts', [folder, ...names.map((name) => `${pageOrigin}/${name}`)]);
    const headers = {
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    };
    const type = ['html', 'javascript', 'css', 'css', 'html', ...chunks.map(() => 'javascript')].map(
      (name) => `text/${name}; charset=utf-8`,
    );
    expect(answers).toEqual(
      names.map((name, at) => [
        200,
        { ...headers, 'content-type': type[at] },
        name === 'failed.html' ? 'stand-in' : readFileSync(join(folder, name), 'utf8'),
      ]),
    );
    expect(pageUrl).toBe('keepwatch://app/index.html');
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });

  test('are all there is, whatever the address', async () => {
    const addresses = [
      '/',
      '',
      '/secret.txt',
      '/sub/index.html',
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
      '/%2e%2e/secret.txt',
      '/sub/../secret.txt',
      '//etc/passwd',
      '/%2fetc%2fpasswd',
      '/index.html%00.txt',
      '/index.html?x',
      '/INDEX.html',
      '/index.html/',
      '/index.html;x',
      '/.%2findex.html',
      '/window.js.map',
    ].map((path) => `${pageOrigin}${path}`);
    const others = ['keepwatch://other/index.html', 'keepwatch://app.example/index.html'];
    const answers = await inElectron('files.ts', [rendererFolder(), ...addresses, ...others]);
    expect(JSON.stringify(answers)).not.toMatch(/secret|root:/);
    for (const [at, address] of [...addresses, ...others].entries())
      expect([address, Object(Object(answers)[at])[0]]).toEqual([address, 404]);
  });
});

test('the window opens, stays, goes, and comes again whatever became of the one before', async () => {
  const folder = rendererFolder();
  const preload = await buildPreload(temporaryFolder());
  expect(await inElectron('windows.ts', [folder, preload])).toEqual({
    'contents before it is ready': true,
    'one window': 1,
    'ordinary stays on blur': true,
    'ordinary stays on a click on the icon': true,
    closed: [null, 'windowClosed'],
    'the click that closed it opens nothing': 0,
    'a double click opens': true,
    'glance goes on blur': 'windowClosed',
    'held stays': true,
    'a double click closes': 0,
    'never shown, never opened': ['windowClosed'],
    crashed: [['crashed'], ['windowClosed']],
    back: ['windowOpened'],
    'crashed where nothing stands in': [['crashed'], 'windowClosed', null],
    'not loaded': 1,
    'nothing drawn': ['nothing drawn'],
    rejected: [],
  });
});

test.each([1, 1.5, 2])('the window fits whole on 1366 x 768 at a scale of %d', async (scaleFactor) => {
  await using desktop = await Desktop.open({ size: '1366x768' });
  const scale = `--force-device-scale-factor=${scaleFactor}`;
  expect(await inElectron('fits.ts', [scale], { desktop })).toEqual({ scaleFactor, isWhole: true });
});

test('the page reaches nothing but the bridge', async () => {
  const heard: string[] = [];
  const elsewhere = await rawServer((socket) =>
    socket.on('data', (words) => {
      heard.push(words.toString('latin1').split('\r\n')[0] ?? '');
      socket.write(httpAnswer('{}', { 'access-control-allow-origin': '*' }));
    }),
  );
  const preload = await buildPreload(temporaryFolder());
  const found = await inElectron('page.ts', [rendererFolder(), preload, elsewhere.origin]);
  expect(found).toMatchObject({
    page: {
      node: 'undefined undefined undefined undefined undefined',
      bridge: expect.arrayContaining(['hello', 'onSnapshot', 'onHistory', ...commandNames]),
      kinds: ['function'],
      frozen: true,
      replaced: 'TypeError',
      eval: 'EvalError',
      markup: 'TypeError',
      fetch: 'TypeError',
      script: 'TypeError',
      opened: true,
      permissions: ['denied', 'denied', 'denied', 'denied', 'denied'],
      place: 'denied',
    },
    preferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
    },
    stayed: true,
    windows: 1,
    address: `${pageUrl}#ordinary`,
  });
  expect(Object(Object(found).page).bridge).toHaveLength(commandNames.length + 3);
  expect(Object(Object(found).page).violations).toEqual(
    expect.arrayContaining(['require-trusted-types-for', 'connect-src', 'img-src']),
  );
  expect(heard).toEqual([]);
});
