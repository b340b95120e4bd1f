import { waitFor } from '../../../tests/support/desktop/waitFor.ts';
import type { Step } from '../step.ts';

/** The first start shows the window, and the portal is added in it. */
export const windowStep: Step = {
  name: 'first window',
  limit: 40_000,
  run: async (visit) => {
    const before = await visit.screenAtRest();
    await visit.start();
    const page = await visit.application.page();
    await waitFor('a window that is shown', async () => visit.showsWindow());
    const { width, height } = await visit.appeared(before, 'the window on the screen');
    if (width < 300 || height < 400) throw new Error(`only ${width} × ${height} of it is on the screen`);
    await visit.photograph('1-window');
    await visit.scene.addPortal(page);
    return `${width} × ${height}`;
  },
};
