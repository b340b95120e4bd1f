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
    for (const pid of sessionMembers(leader)) kill(pid);
    await waitFor(`the helpers of process ${leader} to end`, isEmpty, { timeout: 5000, every: 10 });
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
