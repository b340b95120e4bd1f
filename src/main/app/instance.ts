/** What of Electron's app is used. */
export type Instances = {
  requestSingleInstanceLock: () => boolean;
  on(event: 'second-instance', hear: () => void): unknown;
};

/** There is one Keepwatch per user: a second launch asks the first one to show itself. Whether this is the first. */
export function isFirstInstance(app: Instances, launchedAgain: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', launchedAgain);
  return true;
}
