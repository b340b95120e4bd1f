import type { PortalButton } from '../../contract/snapshot.ts';
import type { CertificateProblem } from '../../core/net/failure.ts';
import type { LastingProblem } from '../../core/net/proxy.ts';
import { never } from '../../core/base/result.ts';
import type { SilenceCause } from '../../core/access/outage.ts';
import type { Standing } from '../../core/status/statusOf.ts';
import type { Words } from '../i18n/words.ts';

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
    case 'certificate':
      return lookedAt.has(standing.problem) ? [button('certificate', 'main', words)] : [];
    case 'proxy':
      return entered.has(standing.problem) ? [button('settings', 'main', words)] : [];
    case 'silent':
      return seenInBrowser.has(standing.cause) ? [button('openPortal', 'plain', words)] : [];
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
] satisfies SilenceCause[]);

function refusalButtons(
  cause: Extract<Standing, { is: 'forbidden' }>['cause'],
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
      return never(cause);
  }
}

function button(action: PortalButton['action'], weight: PortalButton['weight'], words: Words): PortalButton {
  return { action, weight, label: words.say(`action.${action}`) };
}
