import type { Verdicts } from '../messages/verdicts.ts';

export const verdicts: Record<keyof Verdicts, string> = {
  'verdict.allWell': 'All’s well',
  'verdict.needYou': '{count, plural, one {# portal needs you} other {# portals need you}}',
  'verdict.doNotAnswer': '{count, plural, one {# portal does not answer} other {# portals do not answer}}',
  'verdict.looking': 'Looking…',
  'verdict.offline': 'No network',
  'verdict.paused': 'Watching is paused',
  'verdict.keyring': 'Waiting for the keyring',
  'verdict.detail.looked': '{count, plural, one {# portal} other {# portals}}, looked {span} ago',
  'verdict.detail.lookedJustNow': '{count, plural, one {# portal} other {# portals}}, looked just now',
  'verdict.detail.addedJustNow': '{count, plural, one {# portal} other {# portals}}, added just now',
  'verdict.detail.portals': '{count, plural, one {# portal} other {# portals}}',
  'verdict.detail.worst': '{portal}: {state}',
  'verdict.detail.offline': 'since {time}; watching goes on by itself',
  'verdict.detail.pausedUntil': 'until {time}; nothing is announced',
  'verdict.detail.paused': 'until you resume it; nothing is announced',
  'verdict.detail.keyring': 'it is locked; watching goes on when it opens',
};
