import type { State } from '../../core/state.ts';

type Hear = (state: State, now: number) => void;

/** Who hears the state after each turn, for as long as they want to. */
export function createFollowers(): { tell: Hear; add: (hear: Hear) => () => void } {
  const followers = new Set<Hear>();
  return {
    tell: (state, now) => {
      for (const hear of followers) hear(state, now);
    },
    add: (hear) => {
      followers.add(hear);
      return () => followers.delete(hear);
    },
  };
}
