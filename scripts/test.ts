import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { toolFile } from './setup/tool.mjs';

// Everything that can be wrong, one after the other: `npm test`. Arguments go to Vitest, to run a part of the tests.
type Count = { passed: number; failed: number; skipped: number };

/** A check that is one thing: right or wrong. */
function check(name: string, ...args: string[]): Count {
  process.stdout.write(`\n${name}\n`);
  const right = spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
  return { passed: right ? 1 : 0, failed: right ? 0 : 1, skipped: 0 };
}

/** The tests, counted one by one from Vitest's own report. */
function runTests(args: string[]): Count {
  process.stdout.write('\ntests\n');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keepwatch-test-'));
  const report = path.join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const command = [toolFile('vitest'), 'run', ...reporters, ...args];
    const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
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

const args = process.argv.slice(2);
const checks =
  args.length > 0
    ? []
    : [
        check('format', toolFile('oxfmt'), '--check'),
        check('lint', toolFile('oxlint'), '--type-aware', 'src', 'scripts', 'tests'),
        check('types', '--import', 'tsx', 'scripts/types.ts'),
      ];
const counts = [...checks, runTests(args)];
const sum = (of: keyof Count): number => counts.reduce((total, count) => total + count[of], 0);
const failed = sum('failed');
process.stdout.write(`\n${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped\n`);
process.exitCode = failed === 0 ? 0 : 1;
