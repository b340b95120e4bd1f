import { runInForeground, runQuietly } from './setup/command.mjs';

/** Where what a tool prints goes: as it comes, or all of it at its end, so that two at once do not mingle. */
export type Printed = 'live' | 'atTheEnd';

/** Runs a tool to its end, under a title; whether it ended well. */
export async function runTool(
  title: string,
  program: string,
  args: string[],
  printed: Printed,
): Promise<boolean> {
  if (printed === 'live') {
    process.stdout.write(`\n${title}\n`);
    return (await runInForeground(program, args, {})) === 0;
  }
  try {
    process.stdout.write(`\n${title}\n${await runQuietly(program, args)}`);
    return true;
  } catch (error) {
    process.stdout.write(`\n${title}\n${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}
