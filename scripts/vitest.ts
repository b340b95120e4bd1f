import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { toolFile } from './setup/tool.mjs';

/** How many tests came to what. */
export type Count = { passed: number; failed: number; skipped: number };

/** Runs Vitest with its own arguments, on this Node or another; counts the tests one by one from its report. */
export function runVitest(args: string[], node = process.execPath): Count {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keepwatch-test-'));
  const report = path.join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const command = [toolFile('vitest'), 'run', ...reporters, ...args];
    const { status } = spawnSync(node, command, { stdio: 'inherit' });
    const count = readReport(report);
    // A file that could not be loaded has no tests to fail.
    return { ...count, failed: status === 0 ? count.failed : Math.max(1, count.failed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What Vitest's report counts, in Jest's words: "pending" is what was skipped, also what is yet "todo". */
function readReport(file: string): Count {
  const report: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const counts = new Map(Object.entries(typeof report === 'object' && report !== null ? report : {}));
  const count = (name: string): number => Number(counts.get(name) ?? 0);
  return {
    passed: count('numPassedTests'),
    failed: count('numFailedTests'),
    skipped: count('numPendingTests') + count('numTodoTests'),
  };
}

/** Says what came of all of it, in one line, and ends with it. */
export function conclude(counts: Count[]): void {
  const sum = (of: keyof Count): number => counts.reduce((total, count) => total + count[of], 0);
  const failed = sum('failed');
  process.stdout.write(`\n${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
