import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesBelow } from './staging.mjs';

/** @typedef {import('./fpm.mjs').Wanted} Wanted */

/** What rpm would do by itself, and must not: look into the files, or change them. */
const settings = {
  _build_id_links: 'none',
  __os_install_post: '%{nil}',
  debug_package: '%{nil}',
  // Zstandard: what Fedora 31, openSUSE Leap 15.2 and later unpack. A tenth of xz's time.
  _binary_payload: 'w3.zstdio',
};

/**
 * By Debian's names, which electron-builder uses. An .rpm of another name than the machine's is refused there.
 * @type {Record<string, string>}
 */
const architectures = { amd64: 'x86_64', arm64: 'aarch64' };

/**
 * Makes an .rpm of what lies below a root, with rpm's own tool.
 * @param {string} root
 * @param {Wanted} wanted
 */
export function makeRpm(root, wanted) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'keepwatch-rpm-'));
  try {
    const spec = path.join(work, 'keepwatch.spec');
    fs.writeFileSync(spec, specOf(root, wanted));
    const all = { ...settings, _topdir: work, _rpmdir: work, _rpmfilename: 'made.rpm' };
    const defines = Object.entries(all).flatMap(([name, value]) => ['--define', `${name} ${value}`]);
    const name = wanted.architecture ?? '';
    const target = `${architectures[name] ?? name}-unknown-linux`;
    const flags = ['-bb', '--quiet', '--buildroot', root, '--target', target];
    execFileSync('rpmbuild', [...flags, ...defines, spec], { stdio: ['ignore', 'ignore', 'inherit'] });
    fs.copyFileSync(path.join(work, 'made.rpm'), wanted.package ?? '');
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {Wanted} wanted
 */
function specOf(root, wanted) {
  const fields = {
    Name: wanted.name,
    Version: wanted.version,
    Release: wanted.iteration ?? '1',
    Summary: wanted['rpm-summary'],
    License: wanted.license,
    Vendor: wanted.vendor,
    URL: wanted.url,
    Packager: wanted.maintainer,
    // Only what we say: the libraries beside the program are its own, and nobody else's.
    AutoReqProv: 'no',
  };
  const scripts = /** @type {const} */ ([
    ['after-install', 'post'],
    ['before-remove', 'preun'],
    ['after-remove', 'postun'],
  ]);
  return [
    ...Object.entries(fields)
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}: ${escaped(String(value))}`),
    ...[wanted.depends ?? []].flat().map((name) => `Requires: ${name}`),
    ...(wanted['rpm-tag'] ?? []),
    `\n%description\n${escaped(wanted.description ?? '')}`,
    ...scripts.flatMap(([option, name]) => {
      const script = wanted[option];
      if (script === undefined) return [];
      return [`\n%${name} -p /bin/bash\n${escaped(fs.readFileSync(script, 'utf8'))}`];
    }),
    '\n%files\n%defattr(-,root,root,-)',
    ...filesBelow(root)
      .filter((file) => belongsTo(root, file))
      .map((file) => listed(root, file)),
    '',
  ].join('\n');
}

/**
 * Folders of the system are not ours: only what lies in our own folder.
 * @param {string} root
 * @param {string} file
 */
function belongsTo(root, file) {
  const isOwn = path.relative(root, file).startsWith(path.join('opt', ''));
  return !fs.lstatSync(file).isDirectory() || (isOwn && path.dirname(file) !== root);
}

/**
 * @param {string} root
 * @param {string} file
 */
function listed(root, file) {
  const kind = fs.lstatSync(file).isDirectory() ? '%dir ' : '';
  return `${kind}"/${escaped(path.relative(root, file))}"`;
}

/**
 * In a spec "%" begins a macro.
 * @param {string} text
 */
function escaped(text) {
  return text.replaceAll('%', '%%');
}
