import { waitFor } from '../../../tests/support/desktop/waitFor.ts';
import { type Step } from '../step.ts';
import { requireTray } from './given.ts';

/** A click on the icon shows the glance window, and a click elsewhere puts it away. */
export const glanceStep: Step = {
  name: 'glance',
  limit: 40_000,
  run: async (visit) => {
    requireTray(visit);
    const before = await visit.screenAtRest();
    await visit.screen.click(visit.icon);
    if (visit.running.iconClick === 'double') await visit.screen.click(visit.icon);
    await waitFor('a window that is shown', async () => visit.showsWindow());
    const at = await visit.appeared(before, 'the glance window');
    await visit.photograph('5-glance');
    if (at.width < 300 || at.height < 400) throw new Error(`only ${at.width} × ${at.height} of it is shown`);
    await visit.screen.click(visit.running.elsewhere);
    await waitFor('the window to go', () => visit.application.openPages().length === 0);
    return 'comes and goes';
  },
};
