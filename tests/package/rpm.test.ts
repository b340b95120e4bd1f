import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { iconSizes } from '../../scripts/package/icons.ts';
import { projectFolder } from '../../scripts/setup/places.mjs';
import { packages } from './packages.ts';

const { rpm, version, debian } = await packages();
// A record of installed packages of its own: this system's are Debian's.
const record = mkdtempSync(path.join(os.tmpdir(), 'keepwatch-rpm-'));
afterAll(() => rmSync(record, { recursive: true, force: true }));

function query(...flags: string[]): string {
  const command = ['--dbpath', record, '--query', '--package', ...flags, rpm];
  return execFileSync('rpm', command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

test('it says what it is', () => {
  const format = '%{NAME}|%{VERSION}|%{ARCH}|%{LICENSE}|%{SUMMARY}|%{URL}';
  expect(query('--queryformat', format).split('|')).toEqual([
    'keepwatch',
    version.replaceAll('-', '~'),
    'x86_64',
    'MIT',
    'Watches ONLYOFFICE DocSpace backups from the tray',
    'https://keepwatch.example',
  ]);
});

test('it holds the same files as the Debian package, but for where each system keeps licences and what completes words in zsh', () => {
  const ofDebian = execFileSync('dpkg-deb', ['--contents', debian], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('d'))
    .map((line) => line.replace(/^.*?\.\//, '/'));
  const ofRpm = query('--list').split('\n');
  expect(ofRpm).toEqual(
    expect.arrayContaining(['/opt/Keepwatch/keepwatch', '/usr/share/licenses/keepwatch/LICENSE']),
  );
  for (const size of iconSizes)
    expect(ofRpm).toContain(`/usr/share/icons/hicolor/${size}x${size}/apps/keepwatch.png`);
  const left = ofDebian.filter((file) => !ofRpm.includes(file));
  expect(left.toSorted()).toEqual([
    '/usr/share/doc/keepwatch/copyright',
    '/usr/share/zsh/vendor-completions/_keepwatch',
  ]);
  expect(ofRpm).toContain('/usr/share/zsh/site-functions/_keepwatch');
});

test('everything in it belongs to root, may be read by all and written by root alone; no folder of the system is in it', () => {
  const lines = query('--list', '--verbose').split('\n');
  expect(lines.length).toBeGreaterThan(30);
  expect(
    lines.filter((line) => !/^(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--)\s+\d+ root\s+root /.test(line)),
  ).toEqual([]);
  const folders = lines.filter((line) => line.startsWith('d')).map((line) => line.split(' ').at(-1) ?? '');
  expect(folders.filter((folder) => !folder.startsWith('/opt/Keepwatch'))).toEqual([]);
});

test('it requires the libraries that the Debian package depends on', () => {
  const wanted = query('--requires')
    .split('\n')
    .flatMap((line) => /^(lib\S+)\(\)\(64bit\)$/.exec(line)?.[1] ?? []);
  const owners = wanted.map((library) => {
    const { stdout } = spawnSync('dpkg-query', ['--search', `*/${library}`], { encoding: 'utf8' });
    return stdout.split(':')[0] ?? '';
  });
  const depends = execFileSync('dpkg-deb', ['--field', debian, 'Depends'], { encoding: 'utf8' }).trim();
  const libraries = depends.split(', ').filter((name) => name !== 'xdg-utils');
  expect(new Set(owners)).toEqual(new Set(libraries));
  expect(query('--requires')).toContain('xdg-utils');
  expect(query('--recommends')).toBe('nmap-ncat');
});

test('its files arrive, and its scripts are those that a shell can read', () => {
  const target = mkdtempSync(path.join(os.tmpdir(), 'keepwatch-unpacked-'));
  try {
    execFileSync('sh', ['-c', `rpm2cpio '${rpm}' | cpio --extract --make-directories --quiet`], {
      cwd: target,
    });
    expect(readFileSync(path.join(target, 'usr/share/applications/keepwatch.desktop'), 'utf8')).toContain(
      '\nExec=/opt/Keepwatch/keepwatch %U\n',
    );
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
  const scripts = query('--scripts');
  expect(
    scripts.match(/^(postinstall|preuninstall|postuninstall) scriptlet \(using \/bin\/bash\):$/gm),
  ).toHaveLength(3);
  const body = scripts.replace(/^\w+ scriptlet .*$/gm, '');
  expect(spawnSync('bash', ['-n'], { input: body, encoding: 'utf8' }).stderr).toBe('');
});

test('after an upgrade the profile of the new version stays; after removing it, it is gone', () => {
  const folder = mkdtempSync(path.join(record, 'after-'));
  const profile = path.join(folder, 'profile');
  const script = path.join(projectFolder, 'assets/linux/after-remove.sh');
  const input = readFileSync(script, 'utf8').replaceAll('/etc/apparmor.d/keepwatch', profile);
  // dpkg says what is done, rpm how many versions are left.
  const staysWhen = (said: string): boolean => {
    writeFileSync(profile, '');
    const { status } = spawnSync('/bin/sh', ['-s', said], { input });
    expect(status).toBe(0);
    return existsSync(profile);
  };
  expect(['1', 'upgrade', 'purge', '0', 'remove'].map(staysWhen)).toEqual([true, true, true, false, false]);
});
