import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.ts';
import { systemClock } from '../../../src/main/clock.ts';
import {
  isFirstInstance,
  macApplicationMenu,
  prepareCommandLine,
  quitOnSignals,
} from '../../../src/main/app/lifecycle.ts';
import { createShell } from '../../../src/main/desktop/shell.ts';
import { followPower } from '../../../src/main/desktop/systemEvents.ts';

describe('what is opened', () => {
  function opener(selects = false) {
    const opened: Array<[url: string, token: string | undefined]> = [];
    const copied: string[] = [];
    const made = createShell(
      {
        openExternal: async (url) => {
          opened.push([url, undefined]);
          throw new Error('no browser');
        },
        openPermitted: (url, token) => void opened.push([url, token]),
        openPath: async (folder) => {
          opened.push([folder, undefined]);
          throw new Error('no file manager');
        },
        showItemInFolder: selects ? (file) => void opened.push([`selected: ${file}`, undefined]) : null,
      },
      { writeText: (text) => void copied.push(text) },
    );
    return { made, opened, copied };
  }

  test('are pages of the web', () => {
    const { made, opened } = opener();
    made.open('https://acme.example/backup');
    made.open('http://127.0.0.1:8080/x?a=b#c');
    expect(opened.map(([url]) => url)).toEqual([
      'https://acme.example/backup',
      'http://127.0.0.1:8080/x?a=b#c',
    ]);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'file:///etc/passwd',
    'smb://host/share',
    'data:text/html,x',
    'vbscript:x',
    'ms-msdt:/id',
    'search-ms:query=x',
    'mailto:a@b.example',
    'keepwatch://app/index.html',
    'blob:https://acme.example/x',
    'view-source:https://acme.example',
    'about:blank',
    'not a url',
    '/relative',
    '//acme.example/x',
    '',
    'C:\\Windows\\system32\\calc.exe',
  ])('is nothing else: %s', (url) => {
    const { made, opened } = opener();
    made.open(url);
    made.clicked('raise-me', () => made.open(url));
    expect(opened).toEqual([]);
  });

  test('takes a click’s permission along, and no other click’s', () => {
    const { made, opened } = opener();
    made.clicked('raise-1', () => made.open('https://acme.example/1'));
    made.open('https://acme.example/2');
    made.clicked('raise-3', () => undefined);
    made.clicked(null, () => made.open('https://acme.example/4'));
    expect(opened.map(([, token]) => token)).toEqual(['raise-1', undefined, undefined]);
  });

  test.each([
    ['are folders, where a file is to be shown', false, '/backups'],
    ['are folders with the file selected, where that can be', true, 'selected: /backups/acme.tar.gz'],
  ])('%s', (_what, selects, shown) => {
    const { made, opened } = opener(selects);
    made.showFile('/backups/acme.tar.gz');
    made.clicked('raise-me', () => made.showFile('/backups/acme.tar.gz'));
    for (const file of ['acme.tar.gz', '-x', '', 'file:///backups/acme.tar.gz']) made.showFile(file);
    expect(opened).toEqual([
      [shown, undefined],
      ['/backups', 'raise-me'],
    ]);
  });

  test('can be copied as well', () => {
    const { made, copied } = opener();
    made.copy('https://acme.example/x');
    expect(copied).toEqual(['https://acme.example/x']);
  });
});

test('the menu bar of macOS copies, pastes and quits, and cannot reload a form that is half filled in', () => {
  expect(macApplicationMenu.map(({ role }) => role)).toEqual(['appMenu', 'editMenu', 'windowMenu']);
});

describe('what Chromium is told before it starts', () => {
  function switches(platform: NodeJS.Platform, given: string[] = []) {
    const set: string[] = [];
    prepareCommandLine(
      {
        appendSwitch: (name, value) => void set.push(value === undefined ? name : `${name}=${value}`),
        hasSwitch: (name) => given.includes(name),
      },
      platform,
    );
    return set;
  }

  test('is to talk to nobody by itself', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const)
      expect(switches(platform)).toEqual(
        expect.arrayContaining(['disable-background-networking', 'disable-component-update', 'no-pings']),
      );
  });

  test('is to seal with the Secret Service on Linux, unless the user says otherwise', () => {
    expect(switches('linux')).toContain('password-store=gnome-libsecret');
    expect(switches('linux', ['password-store']).join(' ')).not.toContain('password-store');
    expect(switches('win32').join(' ')).not.toContain('password-store');
  });
});

/** Something that tells of events, as Electron's parts do. */
function teller() {
  const events = new EventEmitter();
  return { events, on: (name: string, hear: (...words: unknown[]) => void) => events.on(name, hear) };
}

test('sleep and waking are told as often as the system tells them', () => {
  const { events, on } = teller();
  const heard: Event[] = [];
  followPower({ on }, (event) => heard.push(event));
  for (const name of ['suspend', 'suspend', 'resume', 'resume', 'lock-screen']) events.emit(name);
  expect(heard.map(({ type }) => type)).toEqual(['slept', 'slept', 'woke', 'woke']);
});

test('a signal that asks to end is followed, however often it comes', () => {
  const { events, on } = teller();
  let quits = 0;
  quitOnSignals({ on }, () => (quits += 1));
  for (const signal of ['SIGTERM', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2']) events.emit(signal);
  expect(quits).toBe(4);
});

test('the first instance hears of the others, and those know that they are not the first', () => {
  const { events, on } = teller();
  let heard = 0;
  expect(isFirstInstance({ requestSingleInstanceLock: () => true, on }, () => (heard += 1))).toBe(true);
  events.emit('second-instance', {}, ['--inject'], '/');
  expect(heard).toBe(1);
  expect(isFirstInstance({ requestSingleInstanceLock: () => false, on }, () => (heard += 1))).toBe(false);
  events.emit('second-instance');
  expect(heard).toBe(2);
});

test('the clock tells the time, goes forward, and wakes', async () => {
  expect(Math.abs(systemClock.wall() - Date.now())).toBeLessThan(1000);
  const before = systemClock.steady();
  const order: string[] = [];
  systemClock.after(5, () => order.push('called off'))();
  await new Promise<void>((resolve) => void systemClock.after(10, resolve));
  expect(systemClock.steady()).toBeGreaterThan(before);
  expect(order).toEqual([]);
});
