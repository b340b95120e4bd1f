import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { iconSizes } from '../../scripts/package/icons.ts';
import { packaged } from '../support/desktop/packaged.ts';
import { packages } from './packages.ts';

const { debian, version, laterVersion } = await packages();
const unpacked = mkdtempSync(path.join(os.tmpdir(), 'keepwatch-debian-'));
execFileSync('dpkg-deb', ['--raw-extract', debian, unpacked]);
afterAll(() => rmSync(unpacked, { recursive: true }));

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8' }).trim();
}

function field(name: string): string {
  return run('dpkg-deb', '--field', debian, name);
}

test('it says what it is, and a release of the same number is newer than one for tests', () => {
  expect(field('Package')).toBe('keepwatch');
  expect(field('Version')).toBe(version.replaceAll('-', '~'));
  expect(field('Section')).toBe('utils');
  expect(field('Recommends')).toBe('gnome-keyring | kwalletmanager, netcat-openbsd');
  expect(field('Description')).toMatch(/^Watches ONLYOFFICE DocSpace backups from the tray\n {1,2}\S/);
  const [release = ''] = version.split('-');
  const order = (one: string, is: string, other: string): string =>
    run('dpkg', '--compare-versions', one, is, other);
  expect(() => order(field('Version'), version === release ? 'eq' : 'lt', release)).not.toThrow();
  expect(() => order(field('Version'), 'lt', laterVersion.replaceAll('-', '~'))).not.toThrow();
});

test('everything in it belongs to root, may be read by all and written by root alone', () => {
  const lines = run('dpkg-deb', '--contents', debian).split('\n');
  expect(lines.length).toBeGreaterThan(30);
  expect(lines.filter((line) => !/^(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--) root\/root /.test(line))).toEqual([]);
});

test('every file in it has the checksum it says', () => {
  expect(
    run('sh', '-c', `cd '${unpacked}' && md5sum --check --quiet DEBIAN/md5sums && wc -l < DEBIAN/md5sums`),
  ).toBe(run('sh', '-c', `cd '${unpacked}' && find opt usr -type f | wc -l`));
});

test.each(['postinst', 'prerm', 'postrm'])('its %s is a script that a shell can read', (script) => {
  expect(run('bash', '-n', path.join(unpacked, 'DEBIAN', script))).toBe('');
});

test('its entry among the applications is valid, and starts what is installed', () => {
  const file = path.join(unpacked, 'usr/share/applications/keepwatch.desktop');
  expect(run('desktop-file-validate', file)).toBe('');
  const entry = readFileSync(file, 'utf8');
  expect(entry).toContain('\nExec=/opt/Keepwatch/keepwatch %U\n');
  expect(entry).toContain('\nIcon=keepwatch\n');
  expect(readdirSync(path.join(unpacked, 'opt/Keepwatch'))).toContain('keepwatch');
});

test.each(iconSizes)('its icon is there in %i pixels', (size) => {
  const folder = path.join(unpacked, `usr/share/icons/hicolor/${size}x${size}/apps`);
  const header = readFileSync(path.join(folder, 'keepwatch.png')).subarray(0, 24);
  expect(header.toString('latin1', 1, 4)).toBe('PNG');
  expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([size, size]);
});

test('it brings the command, which every shell completes, and its manual page', () => {
  const share = path.join(unpacked, 'usr/share');
  run('sh', '-n', path.join(unpacked, 'usr/bin/keepwatch'));
  expect(readFileSync(path.join(share, 'man/man1/keepwatch.1'), 'utf8')).toMatch(/^\.TH KEEPWATCH 1\n/);
  const bash = path.join(share, 'bash-completion/completions/keepwatch');
  const completed = (line: string): string =>
    run(
      'bash',
      '-c',
      `source '${bash}'; COMP_WORDS=(${line} ''); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _keepwatch; echo "\${COMPREPLY[@]}"`,
    );
  expect(completed('keepwatch')).toBe('status wait follow --help --version');
  expect(completed('keepwatch wait Acme')).toBe('--json --timeout --portal');
  expect(completed('keepwatch status')).toBe('--json --portal');
  expect(completed('keepwatch wait Acme --timeout')).toBe('');
  for (const file of ['zsh/vendor-completions/_keepwatch', 'fish/vendor_completions.d/keepwatch.fish']) {
    const text = readFileSync(path.join(share, file), 'utf8');
    for (const word of ['status', 'wait', 'follow', 'json', 'portal', 'timeout'])
      expect(text).toContain(word);
  }
});

test('it depends on everything that its executable is linked with', () => {
  const files = [...run('ldd', packaged.shipped).matchAll(/ => (\/\S+) \(/g)].map(([, file = '']) => file);
  const libraries = files.filter((file) => path.dirname(file) !== path.dirname(packaged.shipped));
  expect(libraries.length).toBeGreaterThan(20);
  const brought = broughtBy(field('Depends').split(', '));
  const owners = ownersOf(libraries);
  expect(libraries.filter((file) => !brought.has(owners.get(path.basename(file)) ?? ''))).toEqual([]);
});

/** The package each library came with, by the library's name. */
function ownersOf(libraries: string[]): Map<string, string> {
  // What lies in /usr/lib may be known as lying in /lib, and the other way round.
  const places = libraries.flatMap((file) => [
    file,
    file.startsWith('/usr/') ? file.slice(4) : `/usr${file}`,
  ]);
  const { stdout } = spawnSync('dpkg-query', ['--search', ...places], { encoding: 'utf8' });
  return new Map(stdout.split('\n').map((line) => [path.basename(line), line.split(':')[0] ?? '']));
}

/** Some packages, and all that these need. */
function broughtBy(names: string[]): Set<string> {
  const left = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'];
  const options = ['--recurse', '--installed', ...left.map((name) => `--no-${name}`)];
  const lines = run('apt-cache', 'depends', ...options, ...names).split('\n');
  return new Set(lines.filter((line) => /^\w/.test(line)).map((line) => line.split(':')[0] ?? ''));
}
