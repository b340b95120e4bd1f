import type { App } from 'electron';

/** There is one Keepwatch per user: a second launch asks the first one to show itself. Whether this is the first. */
export function isFirstInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  launchedAgain: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', launchedAgain);
  return true;
}
