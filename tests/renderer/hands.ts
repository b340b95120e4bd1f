import { focusedName } from './host/focus.ts';
import type { Host } from './host/host.ts';
import { itemOf, reach } from './host/reach.ts';
import type { View } from './scenes/views.ts';

/** What a user's hands do in the window, with the mouse or by keyboard alone. */
export function handsOn(host: () => Host) {
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await host().page.keyboard.press(key);
  };
  const focus = async (): Promise<string> => focusedName(host().page);

  /** Tabs on until a control has the focus. */
  const tabTo = async (name: string): Promise<void> => {
    for (let stop = 0; stop < 30; stop++) {
      if ((await focus()) === name) return;
      await press('Tab');
    }
    throw new Error(`Tab does not come to "${name}"`);
  };

  return {
    press,
    focus,
    tabTo,
    type: async (text: string): Promise<void> => host().page.keyboard.type(text),
    /** Comes to a view, and presses these buttons one after the other. */
    open: async (view: View, ...names: string[]): Promise<void> => {
      await reach(host(), view);
      await host().sent();
      for (const name of names) {
        await tabTo(name);
        await press('Enter');
      }
    },
    click: async (name: string, portal?: string): Promise<void> => {
      const place = portal === undefined ? host().page : itemOf(host().page, portal);
      await place.getByRole('button', { name, exact: true }).click();
    },
  };
}
