import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Outcome } from './probe.ts';
import type { Shell } from './shell.ts';
import type { Step } from './step.ts';

const signs = { passed: '✓', failed: '✗', lacking: '–', untried: 'did not start' } as const;

/** Desktop × function, as Markdown: what docs/desktops.md holds. */
export async function printTable(
  shells: readonly Shell[],
  rows: readonly { name: string; outcomes: Outcome[] }[],
  steps: readonly Step[],
): Promise<string> {
  const head = ['desktop', 'version', ...steps.map(({ name }) => name)];
  const lines = await Promise.all(
    rows.map(async ({ name, outcomes }, at) => [
      name,
      await versionOf(shells[at]?.package ?? ''),
      ...outcomes.map(({ is, words }) => (is === 'passed' ? `✓ ${words}` : `${signs[is]} ${words}`)),
    ]),
  );
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The version of an installed Debian package, without Debian's own part. */
async function versionOf(name: string): Promise<string> {
  const { stdout } = await promisify(execFile)('dpkg-query', ['--show', '--showformat=${Version}', name]);
  return stdout.replace(/^\d+:/, '').replace(/[-+].*$/, '');
}
