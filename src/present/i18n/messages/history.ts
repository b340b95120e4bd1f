import { message } from '../message.ts';

/** The view of a portal's runs. */
export const history = {
  'run.finished': message('Finished'),
  'run.failed': message<{ percent: string }>('Failed at {percent}'),
  'run.cancelled': message<{ percent: string }>('Stopped at {percent}'),
  'run.name': message<{ outcome: string; began: string; took: string }>('{outcome}, {began}, {took}'),
  'run.before': message<{ when: string }>('before {when}'),
  'run.ended': message<{ when: string }>('ended {when}'),
  'run.soFar': message<{ span: string }>('{span} so far'),
  'run.soFarLeft': message<{ soFar: string; left: string }>('{soFar}, {left}'),
  'run.unknownDuration': message('unknown'),
  'runs.this': message('This run'),
  'runs.last': message('Last run'),
  'runs.all': message<{ count: number }>('Show all {count, number} runs'),
  'runs.none': message('No backup has been seen yet'),
  'runs.noneNext': message('Every backup that runs from now on is listed here.'),
  'runs.reading': message('Asking the portal for its list of backups…'),
  'runs.unpaid': message(
    'The portal’s plan does not include its list of backups: this is what Keepwatch has seen.',
  ),
  'runs.unread': message('The portal’s list of backups cannot be read now: this is what Keepwatch has seen.'),
  'progress.running': message<{ percent: string; span: string }>('{percent} after {span}'),
  'progress.left': message<{ reached: string; left: string }>('{reached}, {left}'),
  'progress.uploading': message<{ reached: string; soFar: string }>('{reached}, then uploading {soFar}'),
  'progress.ended': message<{ outcome: string; span: string }>('{outcome} after {span}'),
  'progress.stages': message<{ said: string; running: string; uploading: string }>(
    '{said}: {running} backing up, {uploading} uploading',
  ),
  'progress.partly': message<{ from: string; to: string }>('Seen from {from} to {to}'),
  'progress.about': message<{ time: string }>('about {time}'),
  'durations.title': message<{ count: number }>('Last {count, number} runs'),
  'durations.range': message<{ shortest: string; longest: string; usual: string }>(
    '{shortest} to {longest}, usually {usual}',
  ),
  'durations.failed': message<{ said: string; count: number; date: string }>(
    '{said}; {count, number} failed, {count, plural, one {on} other {last on}} {date}',
  ),
  'durations.unknown': message<{ said: string; count: number }>(
    '{said}; how long {count, number} took is unknown',
  ),
  'fact.began': message('Began'),
  'fact.ended': message('Ended'),
  'fact.waiting': message('Waiting'),
  'fact.storage': message('Stored in'),
  'fact.keptUntil': message('Kept until'),
  'storage.room': message('a room of the portal'),
  'storage.connectedRoom': message('a connected storage'),
  'storage.otherCloud': message('another cloud'),
  'storage.server': message('a folder of the server'),
  'storage.temporary': message('the portal, for a day'),
  'storage.cloud': message('an object storage'),
};
