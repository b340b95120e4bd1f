import type { PortalButton } from '../../contract/snapshot.ts';
import type { ForbiddenCause } from '../../core/forbidden.ts';
import { never } from '../../core/result.ts';
import type { Standing } from '../../core/standing.ts';
import type { Words } from '../words.ts';

/** At most one that stands out; what the next step is, comes first. */
export function buttonsOf(standing: Standing, words: Words): PortalButton[] {
  switch (standing.is) {
    case 'ended':
      if (standing.offer !== null)
        return [button('openLink', 'main', words), button('copyLink', 'plain', words)];
      return standing.ending.outcome === 'cancelled' ? [] : [button('openPage', 'plain', words)];
    case 'stuck':
    case 'gone':
    case 'unpaid':
      return [button('openPage', 'plain', words)];
    case 'keyRefused':
    case 'keyMissing':
      return [button('changeKey', 'main', words)];
    case 'forbidden':
      return refusalButtons(standing.cause, words);
    case 'silent':
      // A network that wants somebody to sign in shows its page there.
      return standing.failure.kind === 'notDocSpace' ? [button('openPortal', 'plain', words)] : [];
    default:
      return [];
  }
}

function refusalButtons(cause: ForbiddenCause, words: Words): PortalButton[] {
  switch (cause) {
    case 'restoring':
    case 'busy':
      return [];
    case 'suspended':
    case 'addressBlocked':
      return [button('openPortal', 'plain', words)];
    case 'keyLimited':
    case 'notAdministrator':
    case 'wholeServer':
    case 'unknown':
      return [button('changeKey', 'main', words)];
    default:
      return never(cause);
  }
}

function button(action: PortalButton['action'], weight: PortalButton['weight'], words: Words): PortalButton {
  return { action, weight, label: words.say(`action.${action}`) };
}
