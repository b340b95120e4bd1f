import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// Everything that can be wrong, one after the other: `npm test`. Arguments go to Vitest, to run a part of the tests.
type Count = { passed: number; failed: number };

/** A check that is one thing: right or wrong. */
function check(name: string, command: string, ...args: string[]): Count {
  process.stdout.write(`\n${name}\n`);
  const right = spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  return right ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The tests, counted one by one from Vitest's own report. */
function runTests(args: string[]): Count {
  process.stdout.write('\ntests\n');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keepwatch-test-'));
  const report = path.join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { status } = spawnSync('vitest', ['run', ...reporters, ...args], { stdio: 'inherit' });
    const { numPassedTests: passed, numFailedTests: failed } = readReport(report);
    // A file that could not be loaded has no tests to fail.
    return { passed, failed: status === 0 ? failed : Math.max(1, failed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): { numPassedTests: number; numFailedTests: number } {
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const counts = new Map(Object.entries(typeof report === 'object' && report !== null ? report : {}));
  return {
    numPassedTests: Number(counts.get('numPassedTests') ?? 0),
    numFailedTests: Number(counts.get('numFailedTests') ?? 1),
  };
}

const args = process.argv.slice(2);
const checks =
  args.length > 0
    ? []
    : [
        check('format', 'oxfmt', '--check'),
        check('lint', 'oxlint', '--type-aware', 'src', 'scripts', 'tests'),
        check('types', process.execPath, '--import', 'tsx', 'scripts/types.ts'),
      ];
const counts = [...checks, runTests(args)];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
