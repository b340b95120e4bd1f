import { rm } from 'node:fs/promises';
import { type Outcome, probe, steps } from './desktops/probe.ts';
import { shells } from './desktops/shells.ts';
import { printTable } from './desktops/table.ts';

// `npm run desktops`: the main job on every real shell that Debian has, one after the other, each on a screen of its
// own. Names as arguments choose some of them: `npm run desktops -- sway i3`.
const folder = 'desktops-output';
const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const chosen = shells.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.toLowerCase().includes(word)),
);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

await rm(folder, { recursive: true, force: true });
const rows: { name: string; outcomes: Outcome[] }[] = [];
for (const shell of chosen) rows.push({ name: shell.name, outcomes: await probe(shell, folder, say) });
say('');
say(await printTable(chosen, rows, steps));
say(`pictures: ${folder}/`);
const bad = rows.flatMap(({ outcomes }) => outcomes).filter(({ is }) => is === 'failed' || is === 'untried');
process.exitCode = bad.length === 0 ? 0 : 1;
