import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installedCommand } from '../tests/support/desktop/installedCommand.ts';
import { headless } from '../tests/support/desktop/commandLine.ts';
import { findElectron } from '../tests/support/desktop/electron.ts';
import { packaged } from '../tests/support/desktop/packaged.ts';
import { preparePackages } from '../tests/package/packages.ts';
import { Scene } from '../tests/desktop/scene.ts';
import { waitFor } from '../tests/support/desktop/waitFor.ts';

// How long `keepwatch status` of the packaged application takes to answer, with the command that the packages install and
// with Electron alone, beside Node itself and an Electron that only prints a word: `npm run bench:status`. They take turns
// on the same machine, since only the differences say something.

const most = 150;
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '25' } } });

await preparePackages();
await using scene = await Scene.open();
scene.knowPortal();
await scene.start({ executable: packaged.shipped });
const { home } = scene.desktop;
const node = timed('node', '', process.execPath, '-e', '');
const quitting = path.join(import.meta.dirname, 'bench', 'quitting');
const electron = timed('an empty Electron', 'nothing', await findElectron(), ...headless, quitting);
const status = timed('keepwatch status', 'Acme: ', installedCommand(home, packaged.shipped), 'status');
const files = `--user-data-dir=${home}/user-data`;
const alone = timed('Electron’s own answer', 'Acme: ', packaged.shipped, ...headless, files, 'status');

type Timed = ReturnType<typeof timed>;

/** A command, what its answer begins with, and how long it has taken each time. */
function timed(name: string, answers: string, program: string, ...words: string[]) {
  const times: number[] = [];
  return { name, answers, program, words, times };
}

function measure({ answers, program, words }: Timed): number {
  const began = performance.now();
  const { stdout } = spawnSync(program, words, { env: scene.desktop.env, encoding: 'utf8' });
  const took = performance.now() - began;
  if (!stdout.startsWith(answers)) throw new Error(`${program} said: ${stdout}`);
  return took;
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

/** How much longer than Node it takes, at the median of the rounds. Milliseconds. */
function moreThanNode({ times }: Timed): number {
  return quantile(
    times.map((took, round) => took - (node.times[round] ?? Number.NaN)),
    0.5,
  );
}

await waitFor('an answer', () => measure(alone) > 0, { timeout: 20_000 });
const all = [node, electron, status, alone];
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const one of all) one.times.push(measure(one));
}
for (const one of all) {
  const [fastest, median, slow] = [0, 0.5, 0.9].map((share) => Math.round(quantile(one.times, share)));
  const more = Math.round(moreThanNode(one));
  console.log(
    `${one.name}: ${median} ms (fastest ${fastest}, nine of ten within ${slow}), ${more} more than node`,
  );
}
const more = moreThanNode(status);
console.log(`keepwatch status answers in ${Math.round(more)} ms more than node -e '' (at most ${most})`);
if (more > most) process.exitCode = 1;
