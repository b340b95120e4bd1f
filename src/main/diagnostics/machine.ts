import os from 'node:os';
import type { Machine } from '../../present/diagnostics.ts';

/** What the diagnostics say of this machine: nothing that names it or its user. */
export function describeMachine(
  process: Pick<NodeJS.Process, 'platform' | 'arch' | 'versions' | 'env'>,
): Machine {
  const { electron, chrome, node } = process.versions;
  return {
    electron,
    chromium: chrome,
    node,
    system: `${process.platform} ${os.release()} ${process.arch}`,
    desktop: process.env['XDG_CURRENT_DESKTOP'] ?? '',
    session: process.env['XDG_SESSION_TYPE'] ?? '',
  };
}
