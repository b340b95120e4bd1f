import { message } from '../message.ts';

/** Starting and stopping backups. */
export const control = {
  'control.startQuestion': message<{ portal: string }>('Back up {portal} now?'),
  'control.quota': message(
    'It counts as one of this month’s backups. Beyond the free ones the portal charges for it or refuses it.',
  ),
  'control.quotaUsed': message<{ used: number }>(
    '{used, plural, =0 {No free backup has been made this month yet.} one {# free backup has been made this month.} other {# free backups have been made this month.}} Beyond the free ones the portal charges for it or refuses it.',
  ),
  'control.temporary': message('Temporary storage (kept for a day)'),
  'control.scheduled': message<{ storage: string }>('As scheduled backups: {storage}'),
  'control.stopQuestion': message<{ portal: string }>('Stop the backup of {portal}?'),
  'control.stopNote': message('No archive comes of it.'),
  'control.stopNoteServer': message(
    'No archive comes of it. A backup of the whole server that was started from this portal is stopped too.',
  ),
  'control.starting': message('Starting a backup…'),
  'control.stopping': message('Stopping the backup…'),
  'control.started': message('The portal has started a backup.'),
  'control.alreadyRunning': message('A backup is running already. No other one was started.'),
  'control.storageGone': message(
    'Not started: where the scheduled backups are stored is not known any more. Choose the storage again.',
  ),
  'control.stopped': message('The portal stops the backup.'),
  'control.notRunning': message('The backup was over already. Nothing was stopped.'),
  'control.notSent': message('Nothing was done: the portal could not be reached.'),
  'control.noAnswer': message('The portal did not answer. What came of it shows at the next check.'),
  'control.unpaid': message(
    'Not started: this month’s free backups are used up, or the plan has run out. The portal’s owner can extend it.',
  ),
  'control.forbidden': message('The portal does not let this key start or stop backups.'),
  'control.notThere': message('This server cannot do it. DocSpace can stop backups since 3.7.1.'),
  'control.serverError': message(
    'The server answered with an error. A backup that failed before can be in the way: the portal’s backup page shows it.',
  ),
};
