// What an Electron without an application of its own runs: it starts the one named on the command line, as the stock
// default application does, [-r MODULE]... [--flags] PATH, where PATH is a package's folder or a script.
//
// It is an ES module that awaits at its top level, as the stock one is: Electron holds its 'ready' event back until
// this module has been evaluated, and so until the started application's entry module has.
import { app } from 'electron';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';

// The stock application uses these two setters as well, and Electron keeps them out of its types.
/** @typedef {typeof app & { setAppPath(path: string): void, setVersion(version: string): void }} OpenApp */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const openApp = /** @type {OpenApp} */ (app);

// What -r and the path name is found from the folder that the command was given in.
const require = createRequire(path.join(process.cwd(), path.sep));

const { preloaded, place } = readCommandLine(process.argv.slice(1));
for (const name of preloaded) require(name);
await start(place);

/** @param {string[]} args */
function readCommandLine(args) {
  const preloaded = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') preloaded.push(args[++index] ?? '');
    else if (arg === '-v' || arg === '--version') answer(`v${process.versions.electron}`);
    else if (arg === '-a' || arg === '--abi') answer(process.versions.modules);
    else if (arg.startsWith('--app=')) return { preloaded, place: arg.slice('--app='.length) };
    else if (!arg.startsWith('-')) return { preloaded, place: arg };
  }
  return refuse('usage: electron [options] path');
}

/** @param {string} place */
async function start(place) {
  if (/^(https?|file):\/\//i.test(place)) refuse('only a folder or a script can be started here');
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  try {
    const target = path.resolve(place);
    const manifest = path.join(target, 'package.json');
    const isPackage = fs.existsSync(manifest);
    if (isPackage) takeOver(JSON.parse(fs.readFileSync(manifest, 'utf8')));
    const entry = require.resolve(target);
    openApp.setAppPath(isPackage ? target : path.dirname(entry));
    await import(pathToFileURL(entry).href);
  } catch (error) {
    refuse(`App threw an error during load\n${error instanceof Error ? error.stack : String(error)}`);
  }
}

/**
 * Gives this process the name and version of the package it starts.
 * @param {Partial<Record<'name' | 'productName' | 'version' | 'desktopName' | 'v8Flags', string>>} manifest
 */
function takeOver(manifest) {
  const name = manifest.productName || manifest.name;
  if (manifest.version) openApp.setVersion(manifest.version);
  if (name) app.setName(name);
  app.setDesktopName(manifest.desktopName || `${app.getName()}.desktop`);
  if (manifest.v8Flags) v8.setFlagsFromString(manifest.v8Flags);
}

/**
 * @param {string} text
 * @returns {never}
 */
function answer(text) {
  console.log(text);
  process.exit(0);
}

/**
 * @param {string} text
 * @returns {never}
 */
function refuse(text) {
  console.error(text);
  process.exit(1);
}
