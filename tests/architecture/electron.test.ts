import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { electronTypes, usedOfElectron } from './electron.ts';
import { importsOf, readSources, root } from './source.ts';

// docs/electron.md says of each part of Electron that is used what becomes of it in newer versions.

/** What is used through a type of our own, which only says what it needs: the file that has the type. */
const throughOurTypes: Record<string, string> = {
  "App 'child-process-gone'": 'src/main/diagnostics/crashes.ts',
  "App 'second-instance'": 'src/main/app/lifecycle.ts',
  'App.getLoginItemSettings': 'src/main/desktop/autostart.ts',
  'App.requestSingleInstanceLock': 'src/main/app/lifecycle.ts',
  'App.setLoginItemSettings': 'src/main/desktop/autostart.ts',
  'App.setPath': 'src/main/storage/userDataFolder.ts',
  'Clipboard.writeText': 'src/main/desktop/shell.ts',
  'IpcMain.handle': 'src/main/window/ipc.ts',
  'IpcMain.on': 'src/main/window/ipc.ts',
  'Notification.close': 'src/main/desktop/electron/notifications.ts',
  'Notification.show': 'src/main/desktop/electron/notifications.ts',
  "PowerMonitor 'resume'": 'src/main/desktop/systemEvents.ts',
  "PowerMonitor 'suspend'": 'src/main/desktop/systemEvents.ts',
  'Session.protocol': 'src/main/window/protocol.ts',
  'Shell.openExternal': 'src/main/desktop/shell.ts',
  "Tray 'right-click'": 'src/main/desktop/macTray.ts',
  'Tray.destroy': 'src/main/desktop/tray.ts',
  'Tray.popUpContextMenu': 'src/main/desktop/macTray.ts',
  'Tray.setContextMenu': 'src/main/desktop/tray.ts',
  'Tray.setIgnoreDoubleClickEvents': 'src/main/desktop/macTray.ts',
  'Tray.setImage': 'src/main/desktop/tray.ts',
  'Tray.setToolTip': 'src/main/desktop/tray.ts',
  'WebContents.mainFrame': 'src/main/window/ipc.ts',
};

const page = readFileSync(path.join(root, 'docs/electron.md'), 'utf8');

/** What the page's first table names: `App.quit`, `App 'will-quit'`, `Tray constructor`. */
function named(): string[] {
  const [, table = ''] = page.split('## What is used');
  const rows = table.split('## ')[0]?.match(/^\| `.+$/gm) ?? [];
  return rows.flatMap((row) => {
    const [owner = '', members = ''] = row
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return [...members.matchAll(/`([^`]+)`/g)].map(([, name = '']) => {
      const between = /^'|^constructor$/.test(name) ? ' ' : '.';
      return `${owner.replaceAll('`', '')}${between}${name}`;
    });
  });
}

test('the page names every part of Electron that is used, and no other', () => {
  const used = [...usedOfElectron(), ...Object.keys(throughOurTypes)];
  expect(named().toSorted()).toEqual([...new Set(used)].toSorted());
}, 60_000);

test('what is used through a type of our own stands there, and is of Electron', () => {
  const sources = new Map(readSources().map(({ path: file, text }) => [file, text]));
  const types = electronTypes();
  for (const [name, file] of Object.entries(throughOurTypes)) {
    const [owner = '', member = ''] = name.split(/[. ]/);
    const [, ofOwner = ''] = types.split(new RegExp(`\n {2}(?:class|interface) ${owner} .*\n`));
    expect(ofOwner.split('\n  }')[0], name).toContain(member);
    expect(sources.get(file), name).toContain(member);
  }
});

test('of every module that is imported the page names something', () => {
  const modules = readSources()
    .flatMap(importsOf)
    .filter(({ from, typeOnly }) => from === 'electron' && !typeOnly)
    .flatMap(({ names }) => names);
  const owners = new Set(named().map((name) => name.split(/[. ]/)[0]?.toLowerCase()));
  expect([...new Set(modules)].filter((name) => !owners.has(name.toLowerCase()))).toEqual([]);
  expect(modules.length).toBeGreaterThan(10);
});

test('the page is about the version that ships', () => {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  expect(page).toContain(`Electron ${devDependencies.electron}.`);
});
