#!/usr/bin/env node
// Makes a .deb as electron-builder asks fpm for one, with Debian's own dpkg-deb: for machines that cannot download fpm
// (CUSTOM_FPM_PATH, set by scripts/package/make.ts). It knows the arguments that electron-builder sends, and no others.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const text = { type: /** @type {const} */ ('string') };
const texts = { ...text, multiple: true };
const flag = { type: /** @type {const} */ ('boolean') };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    input: { ...text, short: 's' },
    target: { ...text, short: 't' },
    depends: { ...texts, short: 'd' },
    'deb-recommends': texts,
    architecture: text,
    'after-install': text,
    'after-remove': text,
    'before-remove': text,
    description: text,
    version: text,
    iteration: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    category: text,
    license: text,
    log: text,
    'deb-priority': text,
    'deb-compression': text,
    force: flag,
    debug: flag,
  },
});
if (values.input !== 'dir' || values.target !== 'deb') {
  throw new Error(`only a .deb from folders can be made here, not ${values.target}`);
}

/**
 * By fpm's names.
 * @type {Record<string, string>}
 */
const compressions = { gz: 'gzip', xz: 'xz', zst: 'zstd' };

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'keepwatch-deb-'));
try {
  fs.chmodSync(root, 0o755);
  for (const mapping of positionals) copyIn(mapping);
  const installed = filesBelow(root);
  for (const file of installed) allowReading(file);
  writeControlFiles(installed.filter((file) => fs.lstatSync(file).isFile()));
  const compression = `-Z${compressions[values['deb-compression'] ?? 'xz']}`;
  execFileSync('dpkg-deb', ['--root-owner-group', compression, '--build', root, values.package ?? ''], {
    stdio: 'inherit',
  });
} finally {
  fs.rmSync(root, { recursive: true, force: true });
}

/**
 * "FROM=TO": a file or folder, and where it is installed.
 * @param {string} mapping
 */
function copyIn(mapping) {
  const cut = mapping.lastIndexOf('=');
  const to = path.join(root, mapping.slice(cut + 1));
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.cpSync(mapping.slice(0, cut), to, { recursive: true, verbatimSymlinks: true });
}

/** @param {string} file */
function allowReading(file) {
  const status = fs.lstatSync(file);
  if (status.isDirectory()) fs.chmodSync(file, 0o755);
  else if (status.isFile()) fs.chmodSync(file, status.mode & 0o111 ? 0o755 : 0o644);
}

/** @param {string[]} files */
function writeControlFiles(files) {
  const folder = path.join(root, 'DEBIAN');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'control'), controlFile(files));
  fs.writeFileSync(path.join(folder, 'md5sums'), files.map(checksumLine).join(''));
  const scripts = /** @type {const} */ ([
    ['after-install', 'postinst'],
    ['before-remove', 'prerm'],
    ['after-remove', 'postrm'],
  ]);
  for (const [option, name] of scripts) {
    const script = values[option];
    if (script === undefined) continue;
    fs.copyFileSync(script, path.join(folder, name));
    fs.chmodSync(path.join(folder, name), 0o755);
  }
}

/** @param {string[]} files */
function controlFile(files) {
  const size = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  const lines = (values.description ?? '').split('\n').map((line) => line.trim());
  const [synopsis = '', ...rest] = lines.filter((line) => line !== '');
  const fields = {
    Package: values.name,
    Version: [values.version, values.iteration].filter(Boolean).join('-'),
    License: values.license,
    Vendor: values.vendor,
    Architecture: values.architecture,
    Maintainer: values.maintainer,
    'Installed-Size': String(Math.ceil(size / 1024)),
    Depends: [values.depends ?? []].flat().join(', '),
    Recommends: [values['deb-recommends'] ?? []].flat().join(', '),
    Section: values.category,
    Priority: values['deb-priority'],
    Homepage: values.url,
    Description: [synopsis, ...rest.map((line) => ` ${line}`)].join('\n'),
  };
  const given = Object.entries(fields).filter(([, value]) => value);
  return given.map(([name, value]) => `${name}: ${value}\n`).join('');
}

/** @param {string} file */
function checksumLine(file) {
  const sum = createHash('md5').update(fs.readFileSync(file)).digest('hex');
  return `${sum}  ${path.relative(root, file)}\n`;
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? [file, ...filesBelow(file)] : [file];
  });
}
