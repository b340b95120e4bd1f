import { message } from '../message.ts';

/** The header's one headline. */
export const headlines = {
  'headline.allWell': message('All’s well'),
  'headline.needYou': message<{ count: number }>(
    '{count, plural, one {# portal needs you} other {# portals need you}}',
  ),
  'headline.doNotAnswer': message<{ count: number }>(
    '{count, plural, one {# portal does not answer} other {# portals do not answer}}',
  ),
  'headline.checking': message('Checking…'),
  'headline.offline': message('No network'),
  'headline.paused': message('Watching is paused'),
  'headline.keyring': message('Waiting for the keyring'),
  'headline.detail.checked': message<{ count: number; span: string }>(
    '{count, plural, one {# portal} other {# portals}}, checked {span} ago',
  ),
  'headline.detail.checkedJustNow': message<{ count: number }>(
    '{count, plural, one {# portal} other {# portals}}, checked just now',
  ),
  'headline.detail.addedJustNow': message<{ count: number }>(
    '{count, plural, one {# portal} other {# portals}}, added just now',
  ),
  'headline.detail.portals': message<{ count: number }>('{count, plural, one {# portal} other {# portals}}'),
  'headline.detail.worst': message<{ portal: string; state: string }>('{portal}: {state}'),
  'headline.detail.offline': message<{ time: string }>('since {time}; watching goes on by itself'),
  'headline.detail.pausedUntil': message<{ time: string }>('until {time}; nothing is announced'),
  'headline.detail.paused': message('until you resume it; nothing is announced'),
  'headline.detail.keyring': message('it is locked; watching goes on when it is unlocked'),
};
