import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';
import { channelOf, type CommandName, commandNames, recordOf } from '../../../src/contract/channels.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import { denyPermissions, harden } from '../../../src/main/window/hardening.ts';
import {
  type CommandHandlers,
  listenToWindow,
  sendHistory,
  sendSnapshot,
} from '../../../src/main/window/ipc.ts';
import { pageUrl, privileges, serveRenderer } from '../../../src/main/window/protocol.ts';
import type { Controls, Sent } from './controls.ts';
import { Painted } from './painted.ts';

// A main process with nothing behind it: the real page, protocol, policy, preload and checks of every message, but
// what the window sends is only written down, and what it is shown comes from a test.
const renderer = process.env['HOST_RENDERER'] ?? '';
const preload = process.env['HOST_PRELOAD'] ?? '';

const sent: Sent[] = [];
const painted = new Painted();
const refused: string[] = [];
let first: Snapshot | undefined;
let window: BrowserWindow | undefined;
let greetedAt = 0;

protocol.registerSchemesAsPrivileged([privileges]);
app.disableHardwareAcceleration();

const write =
  (name: CommandName) =>
  (input: unknown): void => {
    sent.push([name, input]);
  };

/** The view of a portal's runs is open, and hears of them. */
let opened = false;
let whenOpened = (): void => undefined;

const handlers: CommandHandlers = {
  ...recordOf(commandNames, write),
  dispatch: (event) => {
    sent.push(['dispatch', event]);
    if (event.type !== 'historyOpened') return;
    opened = true;
    whenOpened();
  },
  seen: ({ revision }) => painted.hears(revision),
};

const controls: Controls = {
  load: async (snapshot) => {
    first = snapshot;
    opened = false;
    await painted.after(snapshot.revision, () => {
      if (window?.webContents.getURL() === pageUrl) window.webContents.reload();
      else void window?.loadURL(pageUrl);
    });
    return performance.now() - greetedAt;
  },
  show: async (snapshot) =>
    painted.after(snapshot.revision, () => {
      if (window !== undefined) sendSnapshot(window.webContents, snapshot);
    }),
  showRuns: async (view) => {
    if (!opened) await new Promise<void>((resolve) => (whenOpened = resolve));
    if (window !== undefined) sendHistory(window.webContents, view);
  },
  push: (snapshot) => window?.webContents.send(channelOf('snapshot'), snapshot),
  take: () => sent.splice(0),
  takeSeen: () => painted.take(),
  refused: () => refused,
};

function open(): void {
  denyPermissions(session.defaultSession);
  serveRenderer(session.defaultSession, renderer, '');
  const made = new BrowserWindow({
    width: 400,
    height: 560,
    frame: false,
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window = made;
  harden(made.webContents);
  listenToWindow(ipcMain, {
    window: () => made.webContents,
    handlers,
    hello: () => {
      if (first === undefined) throw new Error('no snapshot yet');
      greetedAt = performance.now();
      return first;
    },
    refused: (channel, why) => refused.push(`${channel}: wrong ${why}`),
  });
  Object.assign(globalThis, { controls });
  // Playwright waits for a page.
  void made.loadURL('about:blank');
}

void app.whenReady().then(open);
