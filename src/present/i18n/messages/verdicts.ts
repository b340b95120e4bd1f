import { message } from '../message.ts';

/** The header's one verdict. */
export const verdicts = {
  'verdict.allWell': message('All’s well'),
  'verdict.needYou': message<{ count: number }>(
    '{count, plural, one {# portal needs you} other {# portals need you}}',
  ),
  'verdict.doNotAnswer': message<{ count: number }>(
    '{count, plural, one {# portal does not answer} other {# portals do not answer}}',
  ),
  'verdict.looking': message('Looking…'),
  'verdict.offline': message('No network'),
  'verdict.paused': message('Watching is paused'),
  'verdict.keyring': message('Waiting for the keyring'),
  'verdict.detail.looked': message<{ count: number; span: string }>(
    '{count, plural, one {# portal} other {# portals}}, looked {span} ago',
  ),
  'verdict.detail.lookedJustNow': message<{ count: number }>(
    '{count, plural, one {# portal} other {# portals}}, looked just now',
  ),
  'verdict.detail.addedJustNow': message<{ count: number }>(
    '{count, plural, one {# portal} other {# portals}}, added just now',
  ),
  'verdict.detail.portals': message<{ count: number }>('{count, plural, one {# portal} other {# portals}}'),
  'verdict.detail.worst': message<{ portal: string; state: string }>('{portal}: {state}'),
  'verdict.detail.offline': message<{ time: string }>('since {time}; watching goes on by itself'),
  'verdict.detail.pausedUntil': message<{ time: string }>('until {time}; nothing is announced'),
  'verdict.detail.paused': message('until you resume it; nothing is announced'),
  'verdict.detail.keyring': message('it is locked; watching goes on when it opens'),
};
