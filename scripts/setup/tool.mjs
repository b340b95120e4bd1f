import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from './places.mjs';

/** The package of a tool that is not named like it. */
const packages = new Map([['tsc', 'typescript']]);

/**
 * The file of a tool from node_modules, for Node to run. Its command in node_modules/.bin is a .cmd file on Windows, which
 * only a shell can start, and a shell cuts every path at its spaces.
 * @param {string} name as its command is called
 * @param {string} root
 */
export function toolFile(name, root = projectFolder) {
  const folder = path.join(root, 'node_modules', packages.get(name) ?? name);
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[name];
  if (file === undefined) throw new Error(`${folder} has no command ${name}`);
  return path.join(folder, file);
}

/**
 * npm's own file, for Node to run, where npm has started us; nothing where it has not.
 * @param {NodeJS.ProcessEnv} environment
 */
export function npmFile(environment = process.env) {
  const file = environment['npm_execpath'];
  // Another package manager would put its own here.
  return file !== undefined && file.endsWith('npm-cli.js') ? file : undefined;
}
