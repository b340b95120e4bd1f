import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { headless } from '../tests/support/desktop/commandLine.ts';
import { findElectron } from '../tests/support/desktop/electron.ts';
import { packaged } from '../tests/support/desktop/packaged.ts';
import { preparePackages } from '../tests/package/packages.ts';
import { Scene } from '../tests/desktop/scene.ts';
import { waitFor } from '../tests/support/desktop/waitFor.ts';

// How long `keepwatch status` of the packaged application takes to answer, beside Node itself and an Electron that only
// prints a word: `npm run bench:status`. They take turns on the same machine, since only the differences say something.

const most = 150;
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '25' } } });

await preparePackages();
await using scene = await Scene.open();
scene.knowPortal();
await scene.start({ executable: packaged.shipped });
const files = [`--user-data-dir=${scene.desktop.home}/user-data`, 'status'];
const status = [packaged.shipped, ...headless, ...files] as const;
const electron = [
  await findElectron(),
  ...headless,
  path.join(import.meta.dirname, 'bench', 'quitting'),
] as const;
await waitFor('an answer', () => measure(...status).answer.startsWith('Acme: '), { timeout: 20_000 });

function measure(program: string, ...words: string[]): { took: number; answer: string } {
  const began = performance.now();
  const { stdout } = spawnSync(program, words, { env: scene.desktop.env, encoding: 'utf8' });
  return { took: performance.now() - began, answer: stdout };
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

const measured = Array.from({ length: Number(values.rounds) }, () => {
  const node = measure(process.execPath, '-e', '').took;
  const empty = measure(...electron).took;
  const { took, answer } = measure(...status);
  if (!answer.startsWith('Acme: ')) throw new Error(`keepwatch status said: ${answer}`);
  return { node, empty, status: took };
});
const nodeTimes = measured.map(({ node }) => node);
const emptyTimes = measured.map(({ empty }) => empty);
const statusTimes = measured.map(({ status: took }) => took);
for (const [name, took] of [
  ['node', nodeTimes],
  ['an empty Electron', emptyTimes],
  ['status', statusTimes],
] as const) {
  const [fastest, median, slow] = [0, 0.5, 0.9].map((share) => Math.round(quantile(took, share)));
  console.log(`${name}: ${median} ms (fastest ${fastest}, nine of ten within ${slow})`);
}
const median = (numbers: number[]): number => Math.round(quantile(numbers, 0.5));
const more = median(measured.map(({ node, status: took }) => took - node));
const own = median(measured.map(({ empty, status: took }) => took - empty));
const least = Math.round(quantile(statusTimes, 0) - quantile(nodeTimes, 0));
console.log(
  `keepwatch status answers in ${more} ms more than node -e '' (at most ${most}), ${own} of them its own;`,
);
console.log(`${least} ms between the fastest rounds: whatever else runs here is in the first figure`);
if (more > most) process.exitCode = 1;
