import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { toolFile } from './setup/tool.mjs';

// `npm run coverage`: which branches of the pure rooms no test of theirs takes. What the compiler holds to be
// unreachable (the `assertNever` at the end of a `switch`) cannot be taken by any, and is counted apart.

const place = z.object({ start: z.object({ line: z.number() }), end: z.object({ line: z.number() }) });
// An `else` that is not written has no place of its own.
const nowhere = z.object({ start: z.object({}), end: z.object({}) });
// Istanbul's format, as far as it is used: each branch with the places of its ways, and how often each was taken.
const report = z.record(
  z.string(),
  z.object({
    branchMap: z.record(z.string(), z.object({ loc: place, locations: z.array(z.union([place, nowhere])) })),
    b: z.record(z.string(), z.array(z.number())),
  }),
);

type Way = { file: string; line: number; text: string; taken: boolean };

function readWays(file: string): Way[] {
  return Object.entries(report.parse(JSON.parse(readFileSync(file, 'utf8')))).flatMap(
    ([source, { branchMap, b }]) => {
      const lines = readFileSync(source, 'utf8').split('\n');
      return Object.entries(branchMap).flatMap(([id, { loc, locations }]) =>
        locations.map((location, index) => {
          const { start, end } = 'line' in location.start && 'line' in location.end ? location : loc;
          return {
            file: path.relative(process.cwd(), source),
            line: start.line,
            text: lines.slice(start.line - 1, end.line).join('\n'),
            taken: (b[id]?.[index] ?? 0) > 0,
          };
        }),
      );
    },
  );
}

/** The end of a `switch` over a union, and `assertNever` itself. */
function isUnreachable({ text }: Way): boolean {
  return /^\s*default:\s+return (assertNever\(|\w+ satisfies never)/.test(text);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'keepwatch-coverage-'));
try {
  const options = [
    '--coverage',
    '--coverage.reporter=json',
    '--coverage.reporter=text-summary',
    `--coverage.reportsDirectory=${folder}`,
  ];
  const command = [toolFile('vitest'), 'run', '--project', 'pure', ...options];
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  const ways = readWays(path.join(folder, 'coverage-final.json'));
  const unreachable = ways.filter((way) => !way.taken && isUnreachable(way));
  const untaken = ways.filter((way) => !way.taken && !isUnreachable(way));
  for (const { file, line, text } of untaken)
    console.log(`${file}:${line} ${text.trim().split('\n')[0] ?? ''}`);
  const reachable = ways.length - unreachable.length;
  const share = ((100 * (reachable - untaken.length)) / reachable).toFixed(2);
  console.log(
    `src/core, src/contract, src/present: ${reachable - untaken.length} of ${reachable} branches (${share} %), ` +
      `and ${unreachable.length} that end in never`,
  );
  process.exitCode = status === 0 && untaken.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
