import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  createAutostartEntry,
  createAutostart,
  createLoginItem,
} from '../../../src/main/desktop/autostart.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';

const odd = [
  'simple',
  'with space',
  'with  two   spaces',
  `with "double" and 'single' quotes`,
  'with `back` ticks',
  'with $HOME and ${HOME}',
  'with \\ back\\slashes \\\\',
  'with % and %f and %%',
  'with ; & | > < ( ) * ? # ~ !',
  'mit Grüßen 🗄',
];

function entry(folder: string): string {
  return join(folder, 'autostart', 'keepwatch.desktop');
}

const packaged = {
  isPackaged: true,
  getAppPath: () => '/checkout',
  getLoginItemSettings: () => expect.unreachable(),
  setLoginItemSettings: () => expect.unreachable(),
};

describe('starting at login on Linux', () => {
  test('is off at first, and what is set shows', () => {
    const folder = temporaryFolder();
    const autostart = createAutostartEntry(folder, ['/opt/keepwatch/keepwatch']);
    expect(autostart.isOn()).toBe(false);
    autostart.set(true);
    expect(autostart.isOn()).toBe(true);
    expect(createAutostartEntry(folder, ['/elsewhere']).isOn()).toBe(true);
    autostart.set(false);
    autostart.set(false);
    expect(autostart.isOn()).toBe(false);
  });

  test.each(odd)('is an entry that desktops accept, and that starts the program: %s', async (name) => {
    const folder = temporaryFolder();
    // A program with a % in its name GLib looks for under the escaped name, and finds nothing.
    const program = join(folder, name.replaceAll('%', ''));
    const proof = join(folder, 'proof');
    writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > '${proof}.tmp'\nmv '${proof}.tmp' '${proof}'\n`);
    chmodSync(program, 0o755);
    createAutostartEntry(folder, [program, `argument ${name}`]).set(true);
    execFileSync('desktop-file-validate', [entry(folder)]);
    expect(statSync(entry(folder)).mode & 0o777).toBe(0o644);
    execFileSync('gio', ['launch', entry(folder)]);
    expect(await waitFor('the program', () => readFileSync(proof, 'utf8'))).toBe(`argument ${name}\n`);
  });

  test('is passed over once the program is removed', () => {
    const folder = temporaryFolder();
    const program = join(folder, 'keepwatch');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    createAutostartEntry(folder, [program]).set(true);
    // GLib looks at Exec as well; others at this line only.
    expect(readFileSync(entry(folder), 'utf8')).toContain(`\nTryExec=${program}\n`);
    const launch = (): unknown => execFileSync('gio', ['launch', entry(folder)], { stdio: 'pipe' });
    expect(launch).not.toThrow();
    rmSync(program);
    expect(launch).toThrow('Unable to load');
  });

  test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false', 'hidden = TRUE'])(
    'is off where the desktop’s own settings have switched it off (%s)',
    (line) => {
      const folder = temporaryFolder();
      const autostart = createAutostartEntry(folder, ['/opt/keepwatch']);
      autostart.set(true);
      const off = readFileSync(entry(folder), 'utf8').replace(/X-GNOME.*\n/, '');
      writeFileSync(entry(folder), `${off}${line}\n`);
      expect(autostart.isOn()).toBe(false);
      autostart.set(true);
      expect(autostart.isOn()).toBe(true);
    },
  );

  test('stays as it is where the home cannot be written to', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'autostart'), 'a file in the way');
    const autostart = createAutostartEntry(folder, ['/opt/keepwatch']);
    autostart.set(true);
    expect(autostart.isOn()).toBe(false);
    rmSync(join(folder, 'autostart'));
    mkdirSync(entry(folder), { recursive: true });
    autostart.set(false);
    expect(autostart.isOn()).toBe(false);
  });

  test('is kept where the system says, for the program that was started', () => {
    const folder = temporaryFolder();
    const env = { XDG_CONFIG_HOME: folder };
    createAutostart(packaged, 'linux', env, '/opt/keepwatch').set(true);
    expect(readFileSync(entry(folder), 'utf8')).toContain('Exec="/opt/keepwatch"\n');
    createAutostart({ ...packaged, isPackaged: false }, 'linux', env, '/opt/electron').set(true);
    expect(readFileSync(entry(folder), 'utf8')).toContain('Exec="/opt/electron" "/checkout"\n');
  });

  test.each<[string, NodeJS.ProcessEnv, string]>([
    [
      'the AppImage that it came in',
      { APPIMAGE: '/apps/Keepwatch.AppImage', APPDIR: '/tmp/.mount_keep1' },
      '/apps/Keepwatch.AppImage',
    ],
    [
      'itself where another AppImage has started it',
      { APPIMAGE: '/apps/Terminal.AppImage', APPDIR: '/tmp/.mount_term1' },
      '/tmp/.mount_keep1/keepwatch',
    ],
    [
      'itself where a folder only begins alike',
      { APPIMAGE: '/apps/Terminal.AppImage', APPDIR: '/tmp/.mount_keep' },
      '/tmp/.mount_keep1/keepwatch',
    ],
    ['itself where nobody says what is mounted', { APPIMAGE: '/apps/x' }, '/tmp/.mount_keep1/keepwatch'],
    [
      'itself where the name is relative',
      { APPIMAGE: 'x.AppImage', APPDIR: '/tmp/.mount_keep1/' },
      '/tmp/.mount_keep1/keepwatch',
    ],
  ])('starts %s', (_what, env, program) => {
    const folder = temporaryFolder();
    const execPath = '/tmp/.mount_keep1/keepwatch';
    createAutostart(packaged, 'linux', { ...env, XDG_CONFIG_HOME: folder }, execPath).set(true);
    expect(readFileSync(entry(folder), 'utf8')).toContain(`Exec="${program}"\n`);
  });

  test('is written anew over one that anybody may change', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'autostart'));
    writeFileSync(entry(folder), 'x');
    chmodSync(entry(folder), 0o666);
    createAutostartEntry(folder, ['/opt/keepwatch']).set(true);
    expect(statSync(entry(folder)).mode & 0o777).toBe(0o644);
  });

  test.each(['', 'relative/folder'])('is not kept in a folder that nobody named ("%s")', (home) => {
    const folder = temporaryFolder();
    const before = process.cwd();
    process.chdir(folder);
    try {
      mkdirSync(join(folder, home, 'autostart'), { recursive: true });
      writeFileSync(entry(join(folder, home)), '[Desktop Entry]\n');
      expect(createAutostart(packaged, 'linux', { XDG_CONFIG_HOME: home }, '/opt/keepwatch').isOn()).toBe(
        false,
      );
    } finally {
      process.chdir(before);
    }
  });
});

test('starting at login elsewhere is the system’s own', () => {
  let on = false;
  const autostart = createLoginItem({
    getLoginItemSettings: () => ({ openAtLogin: on }),
    setLoginItemSettings: ({ openAtLogin }) => {
      on = openAtLogin;
    },
  });
  expect(autostart.isOn()).toBe(false);
  autostart.set(true);
  expect([autostart.isOn(), on]).toEqual([true, true]);
});

test.each([
  [true, true, true],
  [true, false, false],
  [false, true, false],
])('on Windows: entered %s, on in Task Manager %s, so it starts at login: %s', (entered, inForce, starts) => {
  const autostart = createLoginItem({
    getLoginItemSettings: () => ({ openAtLogin: entered, executableWillLaunchAtLogin: inForce }),
    setLoginItemSettings: () => expect.unreachable(),
  });
  expect(autostart.isOn()).toBe(starts);
});
