import { backupPage, offerOf } from '../download.ts';
import type { Command } from '../event.ts';
import { toAll, toOne } from '../portals.ts';
import { seePortal } from './seen.ts';
import type { State } from '../state.ts';
import { and, type Moment, only, type Step, surroundings, withPortals } from './step.ts';
import { plainText } from '../text.ts';
import type { Watch } from '../watch.ts';

/** Does what the user asked for. A portal that is not there any more asks for nothing. */
export function obey(state: State, command: Command, moment: Moment): Step {
  if (command.type === 'theme') return only({ ...state, theme: command.theme });
  if (command.type === 'checkNow') return checkNow(state, command.portal, moment);
  const watch = state.watches.find(({ portal }) => portal.id === command.portal);
  if (watch === undefined) return only(state);
  switch (command.type) {
    case 'openLink': {
      const url = offerOf(watch, moment.now)?.download.url ?? backupPage(watch.portal.origin);
      return and(only(seePortal(state, command.portal)), { do: 'open', url });
    }
    case 'copyLink': {
      const url = offerOf(watch, moment.now)?.download.url;
      return url === undefined
        ? only(state)
        : and(only(seePortal(state, command.portal)), { do: 'copy', text: url });
    }
    case 'openPage':
      return and(only(state), { do: 'open', url: backupPage(watch.portal.origin) });
    case 'rename':
      return only(rename(state, watch, command.name));
    case 'remove':
      return remove(state, command.portal);
    default:
      return command satisfies never;
  }
}

function checkNow(state: State, portal: string | null, moment: Moment): Step {
  const around = surroundings(state, moment);
  const event = { type: 'checkNow' } as const;
  return withPortals(
    state,
    portal === null ? toAll(state.watches, event, around) : toOne(state.watches, portal, event, around),
  );
}

function rename(state: State, renamed: Watch, typed: string): State {
  const name = plainText(typed, 80);
  if (name === '') return state;
  const watches = state.watches.map((watch) =>
    watch === renamed ? { ...watch, portal: { ...watch.portal, name } } : watch,
  );
  return { ...state, watches };
}

function remove(state: State, portal: string): Step {
  const watches = state.watches.filter((watch) => watch.portal.id !== portal);
  return and(only({ ...state, watches }), { do: 'forget', portal });
}
