import type { Wish } from '../control/control.ts';
import { endConnecting } from './connecting.ts';
import { downloadOf } from '../watch/download.ts';
import type { Effect } from '../effect.ts';
import type { Command } from '../event.ts';
import { isGoing } from '../saving/saving.ts';
import { openPage } from './openPage.ts';
import { stepPortal } from './portals.ts';
import { runSavingCommand } from './savingCommand.ts';
import { markBackupSeen } from './visible.ts';
import { type AgeLimit, longestName } from '../portal.ts';
import type { State } from '../state.ts';
import { withEffects, type Moment, noEffects, type Step, replaceWatch } from './step.ts';
import { dropPortal, dropOver } from '../news/delivery.ts';
import { plainText } from '../base/text.ts';
import type { Watch } from '../watch/watch.ts';
import { watchServer } from '../watch/wholeServer.ts';
import { assertNever } from '../base/result.ts';

/** Does what the user asked for. A portal that is not there any more asks for nothing. */
export function runCommand(state: State, command: Command, moment: Moment): Step {
  if (command.type === 'theme') return noEffects({ ...state, theme: command.theme });
  if (command.type === 'notifyOf') return noEffects(notifyOf(state, command));
  if (command.type === 'polling') return noEffects({ ...state, polling: command.polling });
  if (command.type === 'unlockKeyring') return withEffects(noEffects(state), { do: 'unlockKeyring' });
  const watch = state.watches.find(({ portal }) => portal.id === command.portal);
  if (watch === undefined) return noEffects(state);
  switch (command.type) {
    case 'openLink':
    case 'copyLink': {
      const url = downloadOf(watch, command.backup, moment.now)?.download.url;
      if (url === undefined) return openPage(state, watch, command.backup);
      const seen = noEffects(markBackupSeen(state, watch, command.backup));
      return withEffects(seen, command.type === 'openLink' ? { do: 'open', url } : { do: 'copy', text: url });
    }
    case 'openPage':
      return openPage(state, watch, command.backup);
    case 'openPortal':
      return withEffects(noEffects(state), { do: 'open', url: watch.portal.origin });
    case 'watchServer':
      return noEffects(scope(state, watch, watchServer(watch, command.on, moment.now)));
    case 'startBackup': {
      const { scope: started, storage } = command;
      return noEffects(wish(state, watch, { to: 'start', scope: started, storage }, moment));
    }
    case 'stopBackup':
      return noEffects(wish(state, watch, { to: 'stop', backup: command.backup }, moment));
    case 'saveArchive':
    case 'stopSaving':
    case 'retrySaving':
    case 'showArchive':
    case 'saveEvery':
    case 'chooseFolder':
      return runSavingCommand(state, watch, command, moment);
    case 'rename':
      return noEffects(rename(state, watch, command.name));
    case 'warnAfter':
      return noEffects(warnAfter(state, watch, command.days, moment.now));
    case 'distrust':
      return noEffects(
        stepPortal(state, command.portal, { type: 'trusted', certificate: undefined }, moment),
      );
    case 'remove':
      return remove(state, watch, moment);
    default:
      return assertNever(command);
  }
}

function notifyOf(state: State, { kind, on }: Extract<Command, { type: 'notifyOf' }>): State {
  const others = state.silenced.filter((silent) => silent !== kind);
  return { ...state, silenced: on ? others : [...others, kind] };
}

function wish(state: State, watch: Watch, wanted: Wish, moment: Moment): State {
  return stepPortal(state, watch.portal.id, { type: 'wished', wish: wanted }, moment);
}

function rename(state: State, renamed: Watch, typed: string): State {
  const name = plainText(typed, longestName);
  if (name === '') return state;
  return replaceWatch(state, renamed, { ...renamed, portal: { ...renamed.portal, name } });
}

function warnAfter(state: State, watch: Watch, days: AgeLimit | null, now: number): State {
  const { warnAfter: _before, ...portal } = watch.portal;
  const limited = { ...watch, age: { ...watch.age, since: now, askAt: 0 } };
  return replaceWatch(state, watch, {
    ...limited,
    portal: days === null ? portal : { ...portal, warnAfter: days },
  });
}

/** Lines above the list that spoke of the whole server go with it. */
function scope(state: State, before: Watch, after: Watch): State {
  const scoped = replaceWatch(state, before, after);
  return { ...scoped, delivery: dropOver(scoped.delivery, scoped.watches) };
}

function remove(state: State, { portal: { id: portal }, saving }: Watch, moment: Moment): Step {
  const watches = state.watches.filter((watch) => watch.portal.id !== portal);
  const history = state.history?.portal === portal ? null : state.history;
  const rest = { ...state, watches, history, delivery: dropPortal(state.delivery, portal) };
  // A new key that is on its way would bring the portal back.
  const step = state.connect.portal === portal ? endConnecting(rest, moment) : noEffects(rest);
  const [first] = saving.wanted;
  const going = first !== undefined && isGoing(saving, first.backup);
  const stop: Effect[] = going ? [{ do: 'stopSaving', portal, backup: first.backup }] : [];
  const parts = [...saving.leftovers, ...saving.wanted].map(({ backup, folder }): Effect => {
    return { do: 'deletePart', portal, backup, folder };
  });
  return withEffects(step, ...stop, ...parts, { do: 'forget', portal });
}
