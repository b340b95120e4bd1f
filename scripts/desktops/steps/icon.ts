import { type Step } from '../step.ts';
import { beginBackup, requireTray } from './given.ts';

/** While a backup runs, the icon is in the panel, for everybody to see. */
export const iconStep: Step = {
  name: 'icon',
  limit: 40_000,
  run: async (visit) => {
    requireTray(visit);
    await beginBackup(visit);
    await visit.closeWindow();
    await visit.leave();
    const { width, height } = await visit.findIcon();
    await visit.photograph('2-icon');
    const how = visit.tray.items.length > 0 ? 'StatusNotifier' : 'XEmbed';
    if (how !== visit.shell.tray) throw new Error(`it is shown by ${how}`);
    return `${how}, ${Math.max(width, height)} px`;
  },
};
