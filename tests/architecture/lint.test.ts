import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lintConfiguration } from './lint.ts';
import { mayImport, roomOf, rooms } from './rooms.ts';
import { importsOf, readSources, root } from './source.ts';

// The same table twice: what the linter says while somebody types is what the tests say.

const configuration = 'tests/architecture/rooms.oxlintrc.json';
const oxlint = path.join(path.dirname(createRequire(import.meta.url).resolve('oxlint')), '../bin/oxlint');

const folders = [...new Set(readSources().map((source) => path.posix.dirname(source.path)))];
const files = rooms.map(({ room }) => room).filter((room) => room.endsWith('.ts'));
const inRooms = folders.map((folder) => `${folder}/sample.ts`).filter((file) => roomOf(file) !== undefined);
const samples = [...inRooms, ...files];
const packages = [
  ...rooms.flatMap((room) => room.packages.map((name) => name.replace(/^(type|read) /, ''))),
  ...['undici/lib/dispatcher/agent.js', 'node:fs/promises', 'node:child_process', 'node:http2', 'zod'],
];

/** A file that imports everything there is, in every way: an import a line. */
function importEverything(file: string): string {
  const neighbours = [...samples, 'tests/sample.ts', 'scripts/sample.ts']
    .filter((other) => other !== file)
    .map((other) => path.posix.relative(path.posix.dirname(file), other))
    .map((way) => (way.startsWith('.') ? way : `./${way}`));
  return [...neighbours, ...new Set(packages)]
    .flatMap((from, index) => [
      `import { value as value${index} } from '${from}';`,
      `import { readFile as readFile${index} } from '${from}';`,
      `import type { Shape as Shape${index} } from '${from}';`,
      `export { other as other${index} } from '${from}';`,
    ])
    .join('\n');
}

type Report = { diagnostics: { filename: string; labels: { span: { line: number } }[] }[] };

let folder = '';
let refused = new Set<string>();

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'keepwatch-lint-'));
  for (const file of samples) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), importEverything(file));
  }
  mkdirSync(path.join(folder, path.dirname(configuration)), { recursive: true });
  copyFileSync(path.join(root, configuration), path.join(folder, configuration));
  // Its globs count from the configuration that extends it, as in the project.
  writeFileSync(path.join(folder, '.oxlintrc.json'), JSON.stringify({ extends: [`./${configuration}`] }));
  const flags = ['--allow', 'all', '--deny', 'eslint/no-restricted-imports', '--format', 'json'];
  const { stdout } = spawnSync(process.execPath, [oxlint, ...flags, 'src'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const report: Report = JSON.parse(stdout);
  refused = new Set(report.diagnostics.map(({ filename, labels }) => `${filename}:${labels[0]?.span.line}`));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the linter's configuration is what the table of rooms says; `vitest -u` on this file writes it anew", async () => {
  await expect(lintConfiguration()).toMatchFileSnapshot(path.join(root, configuration));
});

test('the linter refuses what the table refuses, and nothing else', () => {
  const wrong: string[] = [];
  for (const file of samples) {
    const room = roomOf(file);
    const lines = importEverything(file).split('\n');
    for (const [index, text] of lines.entries()) {
      const [found] = importsOf({ path: file, text });
      const allowed = room !== undefined && found !== undefined && mayImport(room, found);
      const refusedHere = refused.has(`${file}:${index + 1}`);
      if (allowed === refusedHere) wrong.push(`${file} ${refusedHere ? 'may not' : 'may'} say ${text}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(refused.size).toBeGreaterThan(1000);
});
