import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { type Printed, runTool } from './runTool.ts';
import { toolFile } from './setup/tool.mjs';

/** How many tests came to what, and which of them failed with what. */
export type Count = { passed: number; failed: number; skipped: number; failures: string[] };

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  // In Jest's words what was skipped is pending; "todo" is what is yet to be written.
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** Runs Vitest with its own arguments, on this Node or another; counts the tests one by one from its report. */
export async function runVitest(
  title: string,
  args: string[],
  { node = process.execPath, printed = 'live' }: { node?: string; printed?: Printed } = {},
): Promise<Count> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keepwatch-test-'));
  const file = path.join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const right = await runTool(title, node, [toolFile('vitest'), 'run', ...reporters, ...args], printed);
    const count = readReport(file);
    // A file that could not be loaded has no tests to fail.
    return { ...count, failed: right ? count.failed : Math.max(1, count.failed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What Vitest's report counts, and which tests and files it says have failed. */
function readReport(file: string): Count {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0, failures: ['Vitest wrote no report'] };
  const { testResults, ...counts } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests,
    skipped: counts.numPendingTests + counts.numTodoTests,
    failures: testResults.flatMap(({ name, message, status, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed');
      const said = failed.map((test) => `${test.fullName}: ${test.failureMessages?.[0] ?? ''}`);
      const all = said.length === 0 && status === 'failed' ? [message] : said;
      return all.map((text) => `${path.relative(process.cwd(), name)} ${withoutLibraries(text)}`);
    }),
  };
}

/** Without the lines of the stack that are not this project's. */
function withoutLibraries(text: string): string {
  const lines = text.trim().split('\n');
  return lines.filter((line) => !/^\s+at .*(node_modules|node:|new Promise)/.test(line)).join('\n');
}

/** Says what failed and with what words, then in the last line what came of all of it, and ends with that. */
export function conclude(counts: Count[]): void {
  const sum = (of: 'passed' | 'failed' | 'skipped'): number =>
    counts.reduce((total, count) => total + count[of], 0);
  const failed = sum('failed');
  for (const failure of counts.flatMap(({ failures }) => failures)) process.stdout.write(`\n${failure}\n`);
  process.stdout.write(`\n${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
