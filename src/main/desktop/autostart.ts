import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import os from 'node:os';
import type { App } from 'electron';

/** Starting with the user's session. What could not be set shows in `isOn`. */
export type Autostart = { isOn: () => boolean; set: (on: boolean) => void };

/** What of Electron's app is used: Windows' and macOS's own login items. */
type LoginItems = {
  getLoginItemSettings: () => {
    openAtLogin: boolean;
    /** Windows alone has it: whether the entry is in force, which Task Manager can switch off. */
    executableWillLaunchAtLogin?: boolean;
  };
  setLoginItemSettings: (settings: { openAtLogin: boolean }) => void;
};

/** Whatever this system has for it. */
export function createAutostart(
  app: Pick<App, 'isPackaged' | 'getAppPath'> & LoginItems,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  execPath: string,
): Autostart {
  if (platform !== 'linux') return createLoginItem(app);
  // A relative one is to be ignored (XDG Base Directory Specification).
  const named = env['XDG_CONFIG_HOME'] ?? '';
  const configHome = path.isAbsolute(named) ? named : path.join(os.homedir(), '.config');
  const program = ownAppImage(env, execPath) ?? execPath;
  // A development build is a folder given to Electron.
  return createAutostartEntry(configHome, app.isPackaged ? [program] : [program, app.getAppPath()]);
}

/**
 * An AppImage is mounted elsewhere at each start, and says in APPIMAGE which file it is. Another one that has started
 * Keepwatch, a terminal for example, leaves its own there: ours is mounted where this program lies.
 */
function ownAppImage(
  { APPIMAGE: file, APPDIR: mounted }: NodeJS.ProcessEnv,
  execPath: string,
): string | null {
  if (file === undefined || mounted === undefined) return null;
  return path.isAbsolute(file) && execPath.startsWith(`${path.resolve(mounted)}${path.sep}`) ? file : null;
}

/** Windows and macOS: the system's own login items. */
export function createLoginItem(app: LoginItems): Autostart {
  return {
    isOn: () => {
      const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings();
      return openAtLogin && executableWillLaunchAtLogin !== false;
    },
    // On Windows this switches on in Task Manager too ("enabled" is its default).
    set: (on) => app.setLoginItemSettings({ openAtLogin: on }),
  };
}

/**
 * Linux: Electron's login items do nothing there, so an autostart entry is written (freedesktop.org Desktop
 * Application Autostart Specification). `command`: the program and its arguments.
 */
export function createAutostartEntry(configHome: string, command: readonly string[]): Autostart {
  const file = path.join(configHome, 'autostart', 'keepwatch.desktop');
  const write = (): void => {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // One that is there already would keep its rights.
    rmSync(file, { force: true });
    writeFileSync(file, entryFor(command), { mode: 0o644, flag: 'wx' });
  };
  return {
    isOn: () => isInForce(file),
    set: (on) => {
      try {
        if (on) write();
        else rmSync(file, { force: true });
      } catch {
        // A home that cannot be written to: everything stays as it is.
      }
    },
  };
}

/** The desktops' own settings switch an entry off without removing it. */
function isInForce(file: string): boolean {
  try {
    return !/^\s*(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(
      readFileSync(file, 'utf8'),
    );
  } catch {
    return false;
  }
}

function entryFor(command: readonly string[]): string {
  const [program = ''] = command;
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Keepwatch',
    'Comment=Watches DocSpace backups',
    `Exec=${command.map(quote).join(' ')}`,
    // Once the program is removed, desktops pass the entry over.
    `TryExec=${program.replaceAll('\\', '\\\\')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
  ];
  return `${lines.join('\n')}\n`;
}

/** Desktop Entry Specification, "The Exec key": quoted arguments escape four characters, and % stands for a field. */
function quote(argument: string): string {
  return `"${argument
    .replaceAll(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`;
}
