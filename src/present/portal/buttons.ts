import type { PortalButton } from '../../contract/snapshot.ts';
import { type Cause, causes } from '../../core/access/cause.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import type { Words } from '../i18n/i18n.ts';

/** At most one that stands out; what the next step is, comes first. */
export function buttonsOf(status: PortalStatus, words: Words): PortalButton[] {
  switch (status.is) {
    case 'ended':
      if (status.offer !== null)
        return [button('openLink', 'main', words), button('copyLink', 'plain', words)];
      return status.ending.outcome === 'cancelled' ? [] : [button('openPage', 'plain', words)];
    case 'stuck':
    case 'gone':
      return [button('openPage', 'plain', words)];
    case 'keyMissing':
      return [button('changeKey', 'main', words)];
    case 'noAccess':
      return accessButtons(status.cause, words);
    default:
      return [];
  }
}

/** What mends it stands out; a page in the browser only tells more. */
function accessButtons(cause: Cause, words: Words): PortalButton[] {
  const action = causes[cause].button;
  if (action === null) return [];
  return [button(action, action === 'openPortal' || action === 'openPage' ? 'plain' : 'main', words)];
}

function button(action: PortalButton['action'], weight: PortalButton['weight'], words: Words): PortalButton {
  const label = words.say(action === 'settings' ? 'label.openSettings' : `label.${action}`);
  return { action, weight, label };
}
