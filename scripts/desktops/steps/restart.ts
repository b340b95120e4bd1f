import { waitFor } from '../../../tests/support/desktop/waitFor.ts';
import { type Step } from '../step.ts';
import { beginBackup, requireTray } from './given.ts';

/** After the shell has crashed and come back, the icon is there again. */
export const restartStep: Step = {
  name: 'shell restarts',
  limit: 60_000,
  run: async (visit) => {
    requireTray(visit);
    await visit.running.restart();
    if (visit.shell.tray === 'StatusNotifier')
      await waitFor('the item in the new tray', () => visit.tray.items[0]);
    await beginBackup(visit);
    await visit.closeWindow();
    await visit.leave();
    await visit.findIcon();
    await visit.photograph('7-after-restart');
    return 'icon again';
  },
};
