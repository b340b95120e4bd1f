import type { Effect } from '../../core/effect.ts';
import { toSaved } from '../../core/watch/savedWatch.ts';
import { settingsOf, type State } from '../../core/state.ts';

/** Where it is saved; each says whether it could be. */
export type SavePorts = {
  saveSettings: (settings: ReturnType<typeof settingsOf>) => boolean;
  saveWatch: (portal: string, saved: ReturnType<typeof toSaved>) => boolean;
};

export type SaveEffect = Extract<Effect, { do: 'saveSettings' } | { do: 'saveWatch' }>;

/** Saves what has changed, and keeps in mind what could not be: a full disk is not full for ever. */
type Saves = {
  save: (effect: SaveEffect, state: State) => void;
  /** Tries once more what could not be saved. */
  retry: (state: State) => void;
  /** Something could not be saved yet, and still should be. */
  isIncomplete: (state: State) => boolean;
};

/** A portal by its id; null: the settings. */
type Part = string | null;

/** `initial`: what was set aside at the start has still to be saved. */
export function createSaves(ports: SavePorts, initial: State): Saves {
  const unsaved = new Set(setAside(initial));

  const save = (what: Part, state: State): void => {
    if (isSaved(what, state)) unsaved.delete(what);
    else unsaved.add(what);
  };

  const isSaved = (what: Part, state: State): boolean => {
    if (what === null) return ports.saveSettings(settingsOf(state));
    const watch = state.watches.find(({ portal }) => portal.id === what);
    return watch === undefined || ports.saveWatch(what, toSaved(watch));
  };

  return {
    save: (effect, state) => save(effect.do === 'saveSettings' ? null : effect.portal, state),
    retry: (state) => {
      for (const what of unsaved) save(what, state);
    },
    isIncomplete: ({ watches }) =>
      [...unsaved].some((what) => what === null || watches.some(({ portal }) => portal.id === what)),
  };
}

/** With the first save a file that could not be used goes under its other name: what the window says is so. */
function setAside({ application, watches }: State): Part[] {
  return application.setAside.flatMap(({ of }) =>
    of === 'settings' ? [null] : watches.map(({ portal }) => portal.id),
  );
}
