import type { Host } from './host/host.ts';
import { itemOf, reach } from './host/reach.ts';
import type { View } from './scenes/views.ts';

/** What a user's hands do in the window: they come to a view, and click what is there by its name. */
export function handsOn(host: () => Host) {
  return {
    open: async (view: View): Promise<void> => {
      await reach(host(), view);
      await host().sent();
    },
    click: async (name: string, portal?: string): Promise<void> => {
      const place = portal === undefined ? host().page : itemOf(host().page, portal);
      await place.getByRole('button', { name, exact: true }).click();
    },
  };
}
