import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { npmFile, toolFile } from '../../../scripts/setup/tool.mjs';
import { projectFolder } from '../../../scripts/setup/places.mjs';
import { readEverything } from '../../architecture/source.ts';
import { temporaryFolder, write } from './fixtures.ts';

test.each(['vitest', 'oxfmt', 'oxlint', 'tsc', 'electron-vite', 'electron-builder'])(
  '%s is started by its own file, which Node can run on every system',
  (name) => {
    const file = toolFile(name);
    expect(path.isAbsolute(file) && existsSync(file)).toBe(true);
    expect(file).not.toContain('.bin');
  },
);

test('a tool is found in a folder with spaces; one that is not there is named', () => {
  const root = path.join(temporaryFolder(), 'a folder');
  write(path.join(root, 'node_modules/one/package.json'), '{ "bin": "./one.mjs" }');
  write(path.join(root, 'node_modules/two/package.json'), '{ "bin": { "other": "x.js" } }');
  expect(toolFile('one', root)).toBe(path.join(root, 'node_modules/one/one.mjs'));
  expect(() => toolFile('two', root)).toThrow(/two has no command two/);
});

test('npm is the one that has started us, and no other package manager', () => {
  expect(npmFile({ npm_execpath: '/usr/lib/npm/bin/npm-cli.js' })).toBe('/usr/lib/npm/bin/npm-cli.js');
  expect(npmFile({ npm_execpath: '/usr/lib/yarn.js' })).toBeUndefined();
  expect(npmFile({})).toBeUndefined();
});

test('nothing starts a tool by its command, which is a .cmd file on Windows', () => {
  const commands = readdirSync(path.join(projectFolder, 'node_modules', '.bin')).join('|');
  const start = new RegExp(
    String.raw`\b(?:spawn|spawnSync|execFile|execFileSync|run|runQuietly)\(\s*'(?:${commands}|npm|npx)'`,
  );
  expect(start.test("spawnSync('vitest', ['run'])")).toBe(true);
  const scripts = readEverything().filter((source) => source.path.startsWith('scripts/'));
  const found = scripts.filter(({ text }) => start.test(text)).map((source) => source.path);
  // Where npm has not started us, it can only be called by its name; there a shell does it on Windows.
  expect(found).toEqual(['scripts/setup/command.mjs']);
});
