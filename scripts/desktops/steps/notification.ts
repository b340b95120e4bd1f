import { setTimeout as pause } from 'node:timers/promises';
import { centre } from '../../../tests/support/desktop/region.ts';
import { waitFor } from '../../../tests/support/desktop/waitFor.ts';
import { type Step } from '../step.ts';
import { beginBackup, endBackup } from './given.ts';

/** A second word of the same click would have come by then. */
const echo = 3000;

/** The end of a backup is shown, and a click on it opens its link exactly once. */
export const notificationStep: Step = {
  name: 'notification, its click',
  limit: 60_000,
  run: async (visit) => {
    if (!visit.backupRuns) await beginBackup(visit);
    await visit.closeWindow();
    await visit.leave();
    const before = await visit.screenAtRest();
    await endBackup(visit);
    const bubble = await visit.appeared(before, 'the notification');
    await visit.photograph('6-notification');
    if (visit.running.clickBubble) await visit.running.clickBubble(bubble);
    else await visit.screen.click(centre(bubble), visit.running.bubbleButton);
    const { browser } = visit.scene;
    await waitFor('the browser', () => browser.opened().length > 0);
    await pause(echo);
    const opened = browser.opened();
    if (opened.length !== 1) throw new Error(`the link was opened ${opened.length} times`);
    return 'once';
  },
};
