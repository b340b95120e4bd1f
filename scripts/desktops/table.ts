import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Outcome } from './probe.ts';
import type { Shell } from './shell.ts';
import type { Step } from './step.ts';

const signs = { passed: '✓', failed: '✗', lacking: '–' } as const;

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
      ...outcomes.map(wordsOf),
    ]),
  );
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Why a shell did not start is said above the table. */
function wordsOf({ is, words }: Outcome): string {
  return is === 'untried' ? 'did not start' : `${signs[is]} ${words}`;
}

/** The version of an installed Debian package, without Debian's own part. */
async function versionOf(name: string): Promise<string> {
  const { stdout } = await promisify(execFile)('dpkg-query', ['--show', '--showformat=${Version}', name]);
  return stdout.replace(/^\d+:/, '').replace(/[-+].*$/, '');
}
