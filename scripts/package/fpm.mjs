#!/usr/bin/env node
// Makes a .deb or an .rpm as electron-builder asks fpm for one, with dpkg-deb and rpmbuild: for machines that cannot
// download fpm (CUSTOM_FPM_PATH, set by scripts/package/make.ts). It knows the arguments that electron-builder sends,
// and no others.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeDeb } from './deb.mjs';
import { makeRpm } from './rpm.mjs';
import { allowReading, copyIn, filesBelow } from './staging.mjs';

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
    'rpm-os': text,
    'rpm-tag': texts,
    'rpm-compression': text,
    'rpm-summary': text,
    force: flag,
    debug: flag,
  },
});
/** @typedef {typeof values} Wanted */

const make = values.target === 'deb' ? makeDeb : values.target === 'rpm' ? makeRpm : undefined;
if (values.input !== 'dir' || make === undefined) {
  throw new Error(`only a .deb or an .rpm from folders can be made here, not ${values.target}`);
}

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'keepwatch-package-'));
try {
  fs.chmodSync(root, 0o755);
  for (const mapping of positionals) copyIn(mapping, root);
  for (const file of filesBelow(root)) allowReading(file);
  make(root, values);
} finally {
  fs.rmSync(root, { recursive: true, force: true });
}
