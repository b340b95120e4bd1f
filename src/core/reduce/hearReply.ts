import type { PortalEvent } from '../event.ts';
import { isUnproved, type Portal } from '../portal.ts';
import type { State } from '../state.ts';
import { connectPortal } from './connecting.ts';
import { stepPortal } from './portals.ts';
import { type Moment, noEffects, type Step, withEffects } from './step.ts';

type Replied = Extract<PortalEvent, { type: 'replied' }>;

/** Takes a reply to its portal, and does what follows where its server moves it to https. */
export function hearReply(state: State, event: Replied, moment: Moment): Step {
  const next = stepPortal(state, event.portal, event, moment);
  const [before, after] = [state, next].map((each) => portalIn(each, event.portal));
  if (before === undefined || after === undefined || before === after) return noEffects(next);
  const { id, origin } = after;
  if (before.origin !== origin && next.connect.portal === id) {
    // Its new key, which is being tried, goes there only as well.
    return connectPortal(next, { type: 'connectMoved', origin }, moment);
  }
  const proved = isUnproved(before) && !isUnproved(after);
  // Sealed for an origin that the disk does not know of, the key would be lost: then the next start does it.
  return proved && !state.application.unsaved
    ? withEffects(noEffects(next), { do: 'resealKey', portal: id, origin })
    : noEffects(next);
}

function portalIn({ watches }: State, id: string): Portal | undefined {
  return watches.find(({ portal }) => portal.id === id)?.portal;
}
