import type { PortalRow } from '../../contract/portalRow.ts';
import { jobId } from '../../core/backup/job.ts';
import { minute } from '../../core/base/time.ts';
import { controlNow, scopeOfWish } from '../../core/control/control.ts';
import { freeBackupsUsed } from '../../core/control/freeBackups.ts';
import { canStart, canStop } from '../../core/control/offer.ts';
import type { ControlResult } from '../../core/control/result.ts';
import { storageTypes } from '../../core/docspace/history.ts';
import type { Scope } from '../../core/docspace/request.ts';
import { askedScopes, type Watch } from '../../core/watch/watch.ts';
import type { Words } from '../i18n/i18n.ts';
import { nameOf } from './name.ts';

type ControlView = PortalRow['control'];
type Start = NonNullable<ControlView['start']>;

/** What can be started and stopped now, and what came of it. `resting`: nothing is asked of the portal. */
export function controlOf(watch: Watch, resting: boolean, words: Words, now: number): ControlView {
  const reached = !resting && watch.keyStatus === 'ready' && watch.access.trouble === null;
  return {
    note: noteOf(watch, words, now),
    start: reached ? startOf(watch, words, now) : null,
    stop: reached ? stopOf(watch, words, now) : null,
  };
}

function startOf(watch: Watch, words: Words, now: number): Start | null {
  const { portal, jobs, key, control } = watch;
  const choices = askedScopes(watch)
    .filter((scope) => canStart(jobs[scope], key, control, now))
    .flatMap((scope) => choicesOf(watch, scope, words));
  if (choices.length === 0) return null;
  return {
    question: words.say('control.startQuestion', { portal: portal.name }),
    note: quotaOf(watch, words, now),
    choices,
  };
}

/** On a server of one's own there is no limit. DocSpace server 3.7.2, its tariff's free_backup. */
function quotaOf({ portal, freeBackups }: Watch, { say }: Words, now: number): string | null {
  if (portal.standalone === true) return null;
  const used = freeBackupsUsed(freeBackups, now);
  return used === null ? say('control.quota') : say('control.quotaUsed', { used });
}

/** The temporary storage first: it needs nothing, and its archive can be downloaded. */
function choicesOf({ portal, schedules }: Watch, scope: Scope, { say }: Words): Start['choices'] {
  const { target } = schedules[scope];
  const type = target === null ? undefined : storageTypes[target.storageType];
  const storages = [
    { storage: 'temporary' as const, label: say('control.temporary') },
    ...(type === undefined
      ? []
      : [
          {
            storage: 'scheduled' as const,
            label: say('control.scheduled', { storage: say(`storage.${type}`) }),
          },
        ]),
  ];
  const both = portal.scopes.includes('server');
  return storages.map(({ storage, label }) => ({
    scope,
    storage,
    label: both ? say(`also.${scope}`, { state: label }) : label,
  }));
}

function stopOf(watch: Watch, words: Words, now: number): ControlView['stop'] {
  const { portal, jobs, key, control } = watch;
  const scope = askedScopes(watch).find((each) => canStop(jobs[each], key, control, now));
  const run = scope === undefined ? null : jobs[scope].run;
  if (scope === undefined || run === null) return null;
  return {
    question: words.say('control.stopQuestion', { portal: nameOf(portal.name, scope, words) }),
    note: words.say(portal.standalone === true ? 'control.stopNoteServer' : 'control.stopNote'),
    backup: { scope, job: jobId(run.task, jobs[scope].serial) },
  };
}

/** What went well shows by itself; what did not is to be read. */
const shownFor = { well: minute, badly: 10 * minute };
const well: readonly ControlResult[] = ['started', 'stopped'];

function noteOf(watch: Watch, { say }: Words, now: number): string | null {
  const control = controlNow(watch.control, now);
  if (control.is === 'none') return null;
  if (control.is !== 'done') {
    return say(control.wish.to === 'start' ? 'control.starting' : 'control.stopping');
  }
  const { result, at } = control;
  const showsItself = result === 'started' && watch.jobs[scopeOfWish(control.wish)].run !== null;
  const shown = well.includes(result) ? shownFor.well : shownFor.badly;
  return showsItself || now - at > shown ? null : say(`control.${result}`);
}
