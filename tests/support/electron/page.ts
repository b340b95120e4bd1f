import { BrowserWindow, protocol, session } from 'electron';
import { systemClock } from '../../../src/main/clock.ts';
import { denyPermissions } from '../../../src/main/window/hardening.ts';
import { privileges, serveRenderer } from '../../../src/main/window/protocol.ts';
import { createWindowControl } from '../../../src/main/window/window.ts';
import { windowOptions } from '../../../src/main/window/options.ts';
import { waitFor } from '../desktop/waitFor.ts';

export function prepare(): void {
  protocol.registerSchemesAsPrivileged([privileges]);
}

/** Asks the page of the real window what it can do. `elsewhere`: a server it should not reach. */
export async function run(folder: string, preload: string, elsewhere: string): Promise<unknown> {
  denyPermissions(session.defaultSession);
  serveRenderer(session.defaultSession, folder, '');
  let opened = false;
  const keeper = createWindowControl(
    { files: { preload, icon: '' }, clock: systemClock, pointer: async () => null, failed: () => undefined },
    (event) => (opened ||= event.type === 'windowOpened'),
  );
  keeper.open('ordinary');
  await waitFor('the window', () => opened);
  const contents = keeper.contents();
  if (contents === null) throw new Error('there is no window');
  const ask = async (code: string): Promise<unknown> => contents.executeJavaScript(code);
  const address = contents.getURL();
  const preferences = windowOptions('ordinary', { preload, icon: '' }, null).webPreferences;
  const page = await ask(`(async () => {
    const violations = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective));
    const attempt = async (what) => { try { return await what(); } catch (error) { return error.name; } };
    const element = (name, parts) => document.body.appendChild(Object.assign(document.createElement(name), parts));
    const state = async (name) => (await navigator.permissions.query({ name })).state;
    const found = {
      node: [typeof process, typeof require, typeof module, typeof Buffer, typeof ipcRenderer].join(' '),
      bridge: Object.keys(window.keepwatch),
      kinds: [...new Set(Object.values(window.keepwatch).map((value) => typeof value))],
      frozen: Object.isFrozen(window.keepwatch),
      replaced: await attempt(() => { 'use strict'; window.keepwatch = {}; return typeof window.keepwatch.hello; }),
      eval: await attempt(() => (0, eval)('1')),
      markup: await attempt(() => { document.body.innerHTML = '<b>x</b>'; return 'written'; }),
      fetch: await attempt(async () => (await fetch('${elsewhere}')).status),
      opened: window.open('${elsewhere}') === null,
      permissions: await Promise.all(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'].map(state)),
      place: await new Promise((tell) => navigator.geolocation.getCurrentPosition(() => tell('told'), ({ code }) => tell(code === 1 ? 'denied' : code))),
    };
    const image = element('img', { src: '${elsewhere}/image.png' });
    await new Promise((resolve) => { image.onerror = image.onload = resolve; });
    found.script = await attempt(() => element('script', { src: '${elsewhere}/x.js' }).src);
    element('iframe', { src: '${elsewhere}' });
    element('a', { href: '${elsewhere}', target: '_blank', id: 'away' }).click();
    element('a', { href: '${elsewhere}' }).click();
    location.href = '${elsewhere}';
    return { ...found, violations };
  })()`);
  await ask('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
  return {
    page,
    preferences,
    stayed: contents.getURL() === address,
    windows: BrowserWindow.getAllWindows().length,
    address,
  };
}
