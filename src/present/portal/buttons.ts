import type { PortalButton } from '../../contract/snapshot.ts';
import type { CertificateProblem } from '../../core/net/failure.ts';
import type { LastingProblem } from '../../core/net/proxy.ts';
import { assertNever } from '../../core/base/result.ts';
import type { OutageCause } from '../../core/access/outage.ts';
import type { PortalStatus } from '../../core/status/statusOf.ts';
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
    case 'unpaid':
      return [button('openPage', 'plain', words)];
    case 'keyRefused':
    case 'keyMissing':
      return [button('changeKey', 'main', words)];
    case 'forbidden':
      return refusalButtons(status.cause, words);
    case 'certificate':
      return lookedAt.has(status.problem) ? [button('certificate', 'main', words)] : [];
    case 'proxy':
      return entered.has(status.problem) ? [button('settings', 'main', words)] : [];
    case 'silent':
      return seenInBrowser.has(status.cause) ? [button('openPortal', 'plain', words)] : [];
    default:
      return [];
  }
}

/** Nothing but that is wrong with it that nobody vouches for it. */
const lookedAt: ReadonlySet<CertificateProblem> = new Set(['untrusted', 'selfSigned', 'changed']);

/** What a proxy wants stands in the settings. */
const entered: ReadonlySet<LastingProblem> = new Set(['signIn', 'signInRefused']);

/** Somebody else answers there: a network that wants somebody to sign in shows its page. */
const seenInBrowser: ReadonlySet<string> = new Set([
  'notDocSpace',
  'redirected',
  'tooLarge',
  'unexpected',
] satisfies OutageCause[]);

function refusalButtons(
  cause: Extract<PortalStatus, { is: 'forbidden' }>['cause'],
  words: Words,
): PortalButton[] {
  switch (cause) {
    case 'busy':
      return [];
    case 'suspended':
    case 'workspace':
    case 'addressBlocked':
      return [button('openPortal', 'plain', words)];
    case 'keyLimited':
    case 'notAdministrator':
    case 'unknown':
      return [button('changeKey', 'main', words)];
    default:
      return assertNever(cause);
  }
}

function button(action: PortalButton['action'], weight: PortalButton['weight'], words: Words): PortalButton {
  const label = words.say(action === 'settings' ? 'label.openSettings' : `label.${action}`);
  return { action, weight, label };
}
