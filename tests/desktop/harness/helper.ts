import { commandLine, processTree } from './processTree.ts';
import { waitFor } from './waitFor.ts';

/** The process among an application's own whose words hold this one ("renderer"); undefined when there is none. */
export function helper(pid: number, type: string): number | undefined {
  return processTree(pid).find((child) => commandLine(child).includes(type));
}

/** Ends it, and gives it. Looked for anew each time: some come and go by themselves, also right before they are to be ended. */
export async function killHelper(pid: number, type: string, signal: NodeJS.Signals): Promise<number> {
  return waitFor(`the ${type}`, () => {
    const found = helper(pid, type);
    if (found !== undefined) process.kill(found, signal);
    return found;
  });
}
