import { expect, test } from 'vitest';
import { readSources } from '../architecture/source.ts';

// Doors that are never opened, and those that are opened in one place, where they are watched. What the running
// application does is tried beside this; here is what nobody may begin to use without a word.
const doors: Array<[what: string, pattern: RegExp, where: string[]]> = [
  [
    'programs of the system are started',
    /openExternal\(|openPath\(|child_process/,
    [
      'src/main/app/application.ts',
      'src/main/desktop/linux/permittedOpening.ts',
      'src/main/desktop/shell.ts',
    ],
  ],
  ['a script is run in a page', /executeJavaScript|insertCSS/, ['src/main/window/page.ts']],
  ['text becomes code', /\beval\(|new Function\(|node:vm/, []],
  ['text becomes markup', /(inner|outer)HTML|insertAdjacentHTML|document\.write/, []],
  ['a page gets more than a page may', /webSecurity: false|nodeIntegration\w*: true|sandbox: false/, []],
  ['a page and its preload share a world', /contextIsolation: false|allowRunningInsecureContent/, []],
  ['certificates are waved through', /certificate-error'|setCertificateVerifyProc/, []],
  [
    'a server is not verified',
    /rejectUnauthorized: (?!true)|checkServerIdentity: \(\) =>/,
    ['src/main/network/peerCertificate.ts'],
  ],
  [
    'what would weaken everything is named, to be removed',
    /ignore-certificate|NODE_TLS_REJECT|SSLKEYLOGFILE/,
    ['src/main/app/environment.ts', 'src/main/network/tls.ts'],
  ],
  ['crashes or usage are reported, or code is fetched', /crashReporter|autoUpdater|contentTracing/, []],
  ['requests go by another way than the transport', /\bfetch\(|WebSocket|XMLHttpRequest|net\.request/, []],
  ['somebody may look inside', /remote-debugging|openDevTools|node:inspector/, []],
  [
    'something may be reached from outside',
    /createServer|setAsDefaultProtocolClient|open-url|open-file/,
    // By this user's own programs only: a Unix socket.
    ['src/main/commandLine/server.ts'],
  ],
];

// What only describes somebody else's code runs nowhere.
const sources = readSources().filter(({ path }) => !path.endsWith('.d.ts'));

test.each(doors)('%s: nowhere but where it has to be', (_what, pattern, where) => {
  const found = sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
  expect(found.toSorted()).toEqual(where);
});
