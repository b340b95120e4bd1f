import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { filesBelow } from './staging.mjs';

/** @typedef {import('./fpm.mjs').Wanted} Wanted */

/**
 * By fpm's names.
 * @type {Record<string, string>}
 */
const compressions = { gz: 'gzip', xz: 'xz', zst: 'zstd' };

/**
 * Makes a .deb of what lies below a root, with Debian's own tool.
 * @param {string} root
 * @param {Wanted} wanted
 */
export function makeDeb(root, wanted) {
  writeControlFiles(root, wanted);
  const compression = `-Z${compressions[wanted['deb-compression'] ?? 'xz']}`;
  const flags = ['--root-owner-group', compression, '--build', root, wanted.package ?? ''];
  execFileSync('dpkg-deb', flags, { stdio: 'inherit' });
}

/**
 * @param {string} root
 * @param {Wanted} wanted
 */
function writeControlFiles(root, wanted) {
  const files = filesBelow(root).filter((file) => fs.lstatSync(file).isFile());
  const folder = path.join(root, 'DEBIAN');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'control'), controlFile(files, wanted));
  fs.writeFileSync(path.join(folder, 'md5sums'), files.map((file) => checksumLine(root, file)).join(''));
  const scripts = /** @type {const} */ ([
    ['after-install', 'postinst'],
    ['before-remove', 'prerm'],
    ['after-remove', 'postrm'],
  ]);
  for (const [option, name] of scripts) {
    const script = wanted[option];
    if (script === undefined) continue;
    fs.copyFileSync(script, path.join(folder, name));
    fs.chmodSync(path.join(folder, name), 0o755);
  }
}

/**
 * @param {string[]} files
 * @param {Wanted} wanted
 */
function controlFile(files, wanted) {
  const size = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  const lines = (wanted.description ?? '').split('\n').map((line) => line.trim());
  const [synopsis = '', ...rest] = lines.filter((line) => line !== '');
  const fields = {
    Package: wanted.name,
    Version: [wanted.version, wanted.iteration].filter(Boolean).join('-'),
    License: wanted.license,
    Vendor: wanted.vendor,
    Architecture: wanted.architecture,
    Maintainer: wanted.maintainer,
    'Installed-Size': String(Math.ceil(size / 1024)),
    Depends: [wanted.depends ?? []].flat().join(', '),
    Recommends: [wanted['deb-recommends'] ?? []].flat().join(', '),
    Section: wanted.category,
    Priority: wanted['deb-priority'],
    Homepage: wanted.url,
    Description: [synopsis, ...rest.map((line) => ` ${line}`)].join('\n'),
  };
  const given = Object.entries(fields).filter(([, value]) => value);
  return given.map(([name, value]) => `${name}: ${value}\n`).join('');
}

/**
 * @param {string} root
 * @param {string} file
 */
function checksumLine(root, file) {
  const sum = createHash('md5').update(fs.readFileSync(file)).digest('hex');
  return `${sum}  ${path.relative(root, file)}\n`;
}
