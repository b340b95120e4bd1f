import type { PortalAction } from '../../contract/portalAction.ts';
import type { PortalButton } from '../../contract/portalRow.ts';
import { type Cause, causes } from '../../core/access/cause.ts';
import { isCared } from '../../core/status/savingStatus.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import type { Watch } from '../../core/watch/watch.ts';
import type { Words } from '../i18n/i18n.ts';

/** At most one that stands out; what the next step is, comes first. */
export function buttonsOf(
  { portal: { id: portal }, saving }: Watch,
  status: PortalStatus,
  words: Words,
): PortalButton[] {
  const page: PortalAction = { type: 'openPage', portal, backup: null };
  switch (status.is) {
    case 'ended': {
      const backup = { scope: status.scope, job: status.ending.job };
      if (status.offer !== null)
        return [
          portalButton({ type: 'openLink', portal, backup }, 'main', words),
          ...(isCared(saving, backup)
            ? []
            : [portalButton({ type: 'saveArchive', portal, backup }, 'plain', words)]),
          portalButton({ type: 'copyLink', portal, backup }, 'plain', words),
        ];
      return status.ending.outcome === 'cancelled' ? [] : [portalButton({ ...page, backup }, 'plain', words)];
    }
    case 'stuck':
    case 'overdue':
    case 'outdated':
    case 'scheduleGone':
    case 'gone':
      return [portalButton(page, 'plain', words)];
    case 'keyMissing':
      return [portalButton({ type: 'changeKey' }, 'main', words)];
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
      return [portalButton({ type, portal, backup: null }, 'plain', words)];
    case 'openPortal':
      return [portalButton({ type, portal }, 'plain', words)];
    default:
      return [portalButton({ type }, 'main', words)];
  }
}

/** A button with the words for what it does. */
export function portalButton(
  action: PortalAction,
  weight: PortalButton['weight'],
  words: Words,
): PortalButton {
  const label = words.say(action.type === 'settings' ? 'label.openSettings' : `label.${action.type}`);
  return { action, weight, label };
}
