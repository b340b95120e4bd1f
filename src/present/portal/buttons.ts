import type { PortalAction } from '../../contract/portalAction.ts';
import type { PortalButton } from '../../contract/portalRow.ts';
import { type Cause, causes } from '../../core/access/cause.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import type { Words } from '../i18n/i18n.ts';

/** At most one that stands out; what the next step is, comes first. */
export function buttonsOf(portal: string, status: PortalStatus, words: Words): PortalButton[] {
  const page: PortalAction = { type: 'openPage', portal, backup: null };
  switch (status.is) {
    case 'ended': {
      const backup = { scope: status.scope, job: status.ending.job };
      if (status.offer !== null)
        return [
          button({ type: 'openLink', portal, backup }, 'main', words),
          button({ type: 'copyLink', portal, backup }, 'plain', words),
        ];
      return status.ending.outcome === 'cancelled' ? [] : [button({ ...page, backup }, 'plain', words)];
    }
    case 'stuck':
    case 'overdue':
    case 'outdated':
    case 'scheduleGone':
    case 'gone':
      return [button(page, 'plain', words)];
    case 'keyMissing':
      return [button({ type: 'changeKey' }, 'main', words)];
    case 'noAccess':
      return accessButtons(portal, status.cause, words);
    default:
      return [];
  }
}

/** What mends it stands out; a page in the browser only tells more. */
function accessButtons(portal: string, cause: Cause, words: Words): PortalButton[] {
  const type = causes[cause].button;
  switch (type) {
    case null:
      return [];
    case 'openPage':
      return [button({ type, portal, backup: null }, 'plain', words)];
    case 'openPortal':
      return [button({ type, portal }, 'plain', words)];
    default:
      return [button({ type }, 'main', words)];
  }
}

function button(action: PortalAction, weight: PortalButton['weight'], words: Words): PortalButton {
  const label = words.say(action.type === 'settings' ? 'label.openSettings' : `label.${action.type}`);
  return { action, weight, label };
}
