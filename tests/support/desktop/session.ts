import { sessionMembers } from './processTree.ts';
import { waitFor } from './waitFor.ts';

/**
 * Waits for what a process has started to end after it, and ends what does not. Until then such a process may still
 * write: a killed Electron's helpers have made folders again that were just removed.
 */
export async function endSession(leader: number, patience = 1000): Promise<void> {
  const isEmpty = (): boolean => sessionMembers(leader).length === 0;
  try {
    await waitFor('the helpers to end', isEmpty, { timeout: patience, every: 10 });
  } catch {
    for (const pid of sessionMembers(leader)) kill(pid, 'SIGKILL');
    await waitFor(`the helpers of process ${leader} to end`, isEmpty, { timeout: 5000, every: 10 });
  }
}

/** Sends a signal to a process that may have ended by itself. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself.
  }
}
