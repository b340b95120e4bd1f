import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../architecture/source.ts';

const entry = path.join(import.meta.dirname, 'askOnEntry.ts');

/** Asks the questions of `../electron/asks.ts` on another Node, and gives what came of them. */
export async function askOn(node: string, questions: string[], env: NodeJS.ProcessEnv): Promise<unknown> {
  const args = ['--import', 'tsx', entry, ...questions];
  const { stdout } = await promisify(execFile)(node, args, { cwd: root, env: { ...process.env, ...env } });
  return JSON.parse(stdout);
}
