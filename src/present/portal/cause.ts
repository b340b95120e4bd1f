import type { AccessCause } from '../../core/news/announcement.ts';
import { proxyCauses } from '../../core/net/proxy.ts';
import type { PortalStatus } from '../../core/status/statusOf.ts';
import type { PlainMessageName } from '../i18n/messages.ts';

/** What can be seen of a trouble, not yet why: the state of a row, the end of a line, the title of a notice. */
export type AccessWord =
  | 'keyRefused'
  | 'noRight'
  | 'addressBlocked'
  | 'suspended'
  | 'workspace'
  | 'unpaid'
  | 'certificate'
  | 'certificateChanged'
  | 'proxy'
  | 'askedToWait'
  | 'silent'
  | 'serviceDown'
  | 'redirected'
  | 'notDocSpace'
  | 'serverError'
  | 'unreadable';

type Explanation = { word: AccessWord; why: PlainMessageName; next: PlainMessageName };

/** What each cause is called, and what row and notice say of it: why it is so, and what to do. */
export const explanations: Record<AccessCause, Explanation> = {
  keyRefused: { word: 'keyRefused', why: 'why.keyRefused', next: 'next.newKey' },
  keyRestored: { word: 'keyRefused', why: 'why.keyRestored', next: 'next.newKey' },
  keyExpired: { word: 'keyRefused', why: 'why.keyExpired', next: 'next.newKey' },
  keyLimited: { word: 'noRight', why: 'why.keyLimited', next: 'next.noRight' },
  notAdministrator: { word: 'noRight', why: 'why.notAdministrator', next: 'next.noRight' },
  noRight: { word: 'noRight', why: 'why.noRight', next: 'next.noRight' },
  addressBlocked: { word: 'addressBlocked', why: 'why.addressBlocked', next: 'next.addressBlocked' },
  suspended: { word: 'suspended', why: 'why.suspended', next: 'next.suspended' },
  workspace: { word: 'workspace', why: 'why.workspace', next: 'next.workspace' },
  unpaid: { word: 'unpaid', why: 'why.unpaid', next: 'next.unpaid' },
  untrusted: { word: 'certificate', why: 'why.certificate.untrusted', next: 'next.certificateUnknown' },
  selfSigned: { word: 'certificate', why: 'why.certificate.selfSigned', next: 'next.certificateUnknown' },
  expired: { word: 'certificate', why: 'why.certificate.expired', next: 'next.certificate' },
  notYetValid: { word: 'certificate', why: 'why.certificate.notYetValid', next: 'next.certificate' },
  wrongHost: { word: 'certificate', why: 'why.certificate.wrongHost', next: 'next.certificate' },
  revoked: { word: 'certificate', why: 'why.certificate.revoked', next: 'next.certificate' },
  changed: { word: 'certificateChanged', why: 'why.certificateChanged', next: 'next.certificateChanged' },
  proxySignIn: { word: 'proxy', why: 'why.proxySignIn', next: 'next.proxySignIn' },
  proxySignInRefused: { word: 'proxy', why: 'why.proxySignInRefused', next: 'next.proxySignInRefused' },
  proxyMethod: { word: 'proxy', why: 'why.proxyMethod', next: 'next.proxyMethod' },
  proxyKind: { word: 'proxy', why: 'why.proxyKind', next: 'next.proxyKind' },
  proxyUnreached: { word: 'silent', why: 'why.proxyUnreached', next: 'next.proxyUnreached' },
  proxyRefused: { word: 'silent', why: 'why.proxyRefused', next: 'next.proxyRefused' },
  noSuchHost: { word: 'silent', why: 'why.noSuchHost', next: 'next.noSuchHost' },
  lookupFailed: { word: 'silent', why: 'why.lookupFailed', next: 'next.network' },
  refused: { word: 'silent', why: 'why.refused', next: 'next.webServer' },
  unreachable: { word: 'silent', why: 'why.unreachable', next: 'next.network' },
  noConnection: { word: 'silent', why: 'why.noConnection', next: 'next.noConnection' },
  timeout: { word: 'silent', why: 'why.timeout', next: 'next.overloaded' },
  stalled: { word: 'silent', why: 'why.stalled', next: 'next.overloaded' },
  cut: { word: 'silent', why: 'why.cut', next: 'next.webServer' },
  truncated: { word: 'silent', why: 'why.truncated', next: 'next.truncated' },
  encryption: { word: 'silent', why: 'why.encryption', next: 'next.encryption' },
  oldEncryption: { word: 'silent', why: 'why.oldEncryption', next: 'next.oldEncryption' },
  portalDown: { word: 'silent', why: 'why.portalDown', next: 'next.administrator' },
  serviceDown: { word: 'serviceDown', why: 'why.serviceDown', next: 'next.administrator' },
  notThere: { word: 'serviceDown', why: 'why.notThere', next: 'next.notThere' },
  redirected: { word: 'redirected', why: 'why.redirected', next: 'next.redirected' },
  notDocSpace: { word: 'notDocSpace', why: 'why.notDocSpace', next: 'next.notDocSpace' },
  tooLarge: { word: 'notDocSpace', why: 'why.tooLarge', next: 'next.unexpected' },
  unexpected: { word: 'notDocSpace', why: 'why.unexpected', next: 'next.unexpected' },
  unreadable: { word: 'unreadable', why: 'why.unreadable', next: 'next.unreadable' },
  serverError: { word: 'serverError', why: 'why.serverError', next: 'next.serverError' },
  rateLimited: { word: 'askedToWait', why: 'why.askedToWait', next: 'next.askedToWait' },
};

/** The standings that have one of these causes. */
export type CausedStatus = Extract<
  PortalStatus,
  { is: 'keyRefused' | 'forbidden' | 'unpaid' | 'certificate' | 'proxy' | 'askedToWait' | 'silent' }
>;

/** The cause that a standing tells of; null while a portal is busy with itself, which passes. */
export function accessCaptionOf(status: CausedStatus): AccessCause | null {
  switch (status.is) {
    case 'keyRefused':
      return status.why;
    case 'forbidden':
      if (status.cause === 'busy') return null;
      return status.cause === 'unknown' ? 'noRight' : status.cause;
    case 'unpaid':
      return 'unpaid';
    case 'certificate':
      return status.problem;
    case 'proxy':
      return proxyCauses[status.problem];
    case 'askedToWait':
      return 'rateLimited';
    default:
      return status.cause;
  }
}

/** The state word of it. */
export function accessWord(status: CausedStatus): AccessWord | 'busy' {
  const cause = accessCaptionOf(status);
  return cause === null ? 'busy' : explanations[cause].word;
}
