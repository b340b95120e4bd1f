import { commandLine, processTree } from './processTree.ts';
import { kill } from './session.ts';
import { waitFor } from './waitFor.ts';

/** The processes among an application's own whose words hold this ("--type=renderer"). */
export function helpers(pid: number, words: string): number[] {
  return processTree(pid).filter((child) => commandLine(child).includes(words));
}

/** Ends them, as soon as there is one, and gives them. */
export async function killHelpers(pid: number, words: string, signal: NodeJS.Signals): Promise<number[]> {
  const found = await waitFor(`a process with ${words}`, () => {
    const all = helpers(pid, words);
    return all.length > 0 && all;
  });
  for (const each of found) kill(each, signal);
  return found;
}
