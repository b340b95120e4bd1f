import type { Effect } from '../../core/event.ts';
import { toSaved } from '../../core/watch/savedWatch.ts';
import { settingsOf, type State } from '../../core/state.ts';
import type { Watch } from '../../core/watch/watch.ts';

/** Where it is saved; each says whether it could be. */
export type SavePorts = {
  saveSettings: (settings: ReturnType<typeof settingsOf>) => boolean;
  saveWatch: (portal: string, saved: ReturnType<typeof toSaved>) => boolean;
};

export type Save = Extract<Effect, { do: 'saveSettings' } | { do: 'saveWatch' }>;

/** Saves what has changed, and keeps in mind what could not be: a full disk is not full for ever. */
export type Saves = {
  save: (effect: Save, state: State) => void;
  /** Tries once more what could not be saved. */
  retry: (state: State) => void;
  /** Something could not be saved yet, and still should be. */
  owing: (state: State) => boolean;
};

export function createSaves(ports: SavePorts): Saves {
  const owed = new Map<string, Save>();

  const isSaved = (effect: Save, state: State): boolean => {
    if (effect.do === 'saveSettings') return ports.saveSettings(settingsOf(state));
    const watch = findWatch(state, effect.portal);
    return watch === undefined || ports.saveWatch(effect.portal, toSaved(watch));
  };

  const save: Saves['save'] = (effect, state) => {
    const name = effect.do === 'saveSettings' ? 'settings' : `memory of ${effect.portal}`;
    if (isSaved(effect, state)) owed.delete(name);
    else owed.set(name, effect);
  };

  return {
    save,
    retry: (state) => {
      for (const effect of owed.values()) save(effect, state);
    },
    owing: (state) =>
      [...owed.values()].some(
        (effect) => effect.do === 'saveSettings' || findWatch(state, effect.portal) !== undefined,
      ),
  };
}

function findWatch({ watches }: State, id: string): Watch | undefined {
  return watches.find(({ portal }) => portal.id === id);
}
