import { hour, minute, second } from '../base/time.ts';

/**
 * In milliseconds: the first, doubled with each failure up to the most; of that a random share, so that many portals and
 * many installations do not ask in step.
 */
type Pause = { first: number; most: number; share: readonly [least: number, most: number] };

/** What follows from one way to lose a portal: when it is shown and told, how often it is asked about, what is said. */
type Row = {
  /** Shown after so many failures in a row. */
  showAfter: number;
  /** Told once it has lasted for so long, in milliseconds; null: never, since it passes by itself. */
  tellAfter: number | null;
  /** And after so many failures in a row; absent: after any. */
  tellFailures?: number;
  /** The same where it is only concluded, since the portal's settings do not answer. */
  concludedAfter?: number | null;
  /** The pause until it is asked about again. Null: that of the answer behind which it was found. */
  askEvery: Pause | null;
  /** How much it asks for attention (see `status/severity.ts`); `early`: before it has lasted. */
  severity: number;
  early?: number;
  /** Told once under this name, whatever its causes, until the portal is well again. */
  toldAs: string;
  /** Nothing is watched until somebody does something: its notification stays until it was read. */
  critical?: true;
  /** What is said: the state (`state.…`, `inline.…`), why it is so (`why.…`), what to do (`next.…`). */
  word: string;
  why: string;
  next: string | null;
  /** The button that leads there. */
  button: string | null;
};

/** Only a person can mend it. */
const untilMended: Pause = { first: 4 * minute, most: 4 * minute, share: [0.8, 1.2] };
const backOff: Pause = { first: 5 * second, most: 5 * minute, share: [0, 1] };

function says<const Name extends string>(name: Name): { toldAs: Name; word: Name; why: Name; next: Name } {
  return { toldAs: name, word: name, why: name, next: name };
}

/** DocSpace answers an empty 401 to a good key, too, when its database or its cache fails for a moment. */
const keyRefused = {
  showAfter: 1,
  tellAfter: 2 * minute,
  tellFailures: 3,
  askEvery: { first: minute, most: hour, share: [0.5, 1] },
  severity: 90,
  ...says('keyRefused'),
  critical: true,
  next: 'newKey',
  button: 'changeKey',
} as const;

/** What only seems to be so (a firewall forbids, an intercepted connection has a wrong certificate) has to last. */
const refusal = { showAfter: 1, tellAfter: 10 * minute, askEvery: null, severity: 75, button: null } as const;
const right = { ...refusal, ...says('noRight'), critical: true, button: 'changeKey' } as const;
const certificate = { ...refusal, ...says('certificate'), askEvery: untilMended } as const;
const proxy = { ...refusal, askEvery: untilMended, toldAs: 'proxy', word: 'proxy' } as const;

/** May pass by itself. */
const outage = {
  showAfter: 3,
  tellAfter: 30 * minute,
  askEvery: backOff,
  severity: 70,
  early: 50,
  toldAs: 'silent',
  word: 'silent',
  button: null,
} as const;
/** Something else answers, as a network does that wants somebody to sign in: a browser shows its page. */
const otherSite = { ...outage, word: 'notDocSpace', next: 'unexpected', button: 'openPortal' } as const;

const asksToWait = {
  ...outage,
  showAfter: 1,
  severity: 69,
  early: 40,
  // The portal counts questions over a minute. DocSpace server 3.7.2, its rate limiter.
  askEvery: { ...backOff, first: minute },
  word: 'askedToWait',
} as const;

/** Every way to lose a portal. What a failure is by itself says `causeOf`; what lies behind one, `diagnose`. */
export const causes = {
  keyRefused,
  /** A restore has removed it. */
  keyRestored: { ...keyRefused, why: 'keyRestored' },
  keyExpired: { ...keyRefused, why: 'keyExpired' },

  /** A 403 that nothing explains. Only a portal that answers for itself can have meant it. */
  noRight: { ...right, concludedAfter: null, askEvery: untilMended },
  /** The key is limited to other things: backups need a key for everything. */
  keyLimited: { ...right, why: 'keyLimited', tellAfter: 0 },
  notAdministrator: { ...right, why: 'notAdministrator', tellAfter: 0 },
  /** The portal takes no calls from this network address. */
  addressBlocked: { ...refusal, ...says('addressBlocked'), toldAs: 'noRight', button: 'openPortal' },
  /** Or gone. Concluded from 404 to everything, which a server that is being upgraded answers for a while, too. */
  suspended: {
    ...refusal,
    ...says('suspended'),
    tellAfter: 2 * minute,
    concludedAfter: 10 * minute,
    button: 'openPortal',
  },
  /** The older ONLYOFFICE Workspace has taken the portal's place. */
  workspace: { ...refusal, ...says('workspace'), button: 'openPortal' },
  /** Being moved or encrypted. */
  busy: { ...refusal, ...says('busy'), tellAfter: null, severity: 45, next: null },
  restoring: {
    ...refusal,
    ...says('restoring'),
    tellAfter: null,
    // It moves in steps; more often would only show the same one again.
    askEvery: { first: 10 * second, most: 10 * second, share: [0.8, 1.2] },
    severity: 44,
  },
  unpaid: { ...refusal, ...says('unpaid'), askEvery: untilMended, button: 'openPage' },

  untrusted: {
    ...certificate,
    why: 'certificate.untrusted',
    next: 'certificateUnknown',
    button: 'certificate',
  },
  selfSigned: {
    ...certificate,
    why: 'certificate.selfSigned',
    next: 'certificateUnknown',
    button: 'certificate',
  },
  expired: { ...certificate, why: 'certificate.expired' },
  notYetValid: { ...certificate, why: 'certificate.notYetValid' },
  wrongHost: { ...certificate, why: 'certificate.wrongHost' },
  revoked: { ...certificate, why: 'certificate.revoked' },
  /**
   * Somebody has trusted the other one by hand: that it changed is theirs to know soon, whatever the reason. Behind a
   * load balancer with two of them it changes all day.
   */
  changed: {
    ...certificate,
    ...says('certificateChanged'),
    tellAfter: 0,
    tellFailures: 2,
    askEvery: { ...untilMended, first: 10 * second },
    critical: true,
    button: 'certificate',
  },

  proxySignIn: { ...proxy, why: 'proxySignIn', next: 'proxySignIn', button: 'settings' },
  proxySignInRefused: { ...proxy, why: 'proxySignInRefused', next: 'proxySignInRefused', button: 'settings' },
  proxyMethod: { ...proxy, why: 'proxyMethod', next: 'proxyMethod' },
  proxyKind: { ...proxy, why: 'proxyKind', next: 'proxyKind' },
  proxyUnreached: { ...outage, why: 'proxyUnreached', next: 'proxyUnreached' },
  proxyUntrusted: { ...outage, why: 'proxyUntrusted', next: 'proxyRefused' },
  proxyUnresolved: { ...outage, why: 'proxyUnresolved', next: 'proxyUnreached' },
  proxyRefused: { ...outage, why: 'proxyRefused', next: 'proxyRefused' },

  noSuchHost: { ...outage, why: 'noSuchHost', next: 'noSuchHost' },
  lookupFailed: { ...outage, why: 'lookupFailed', next: 'network' },
  refused: { ...outage, why: 'refused', next: 'webServer' },
  unreachable: { ...outage, why: 'unreachable', next: 'network' },
  noConnection: { ...outage, why: 'noConnection', next: 'noConnection' },
  timeout: { ...outage, why: 'timeout', next: 'overloaded' },
  stalled: { ...outage, why: 'stalled', next: 'overloaded' },
  cut: { ...outage, why: 'cut', next: 'webServer' },
  truncated: { ...outage, why: 'truncated', next: 'truncated' },
  encryption: { ...outage, why: 'encryption', next: 'encryption' },
  oldEncryption: { ...outage, why: 'oldEncryption', next: 'oldEncryption' },
  /** A gateway answers, and nothing behind it. */
  portalDown: { ...outage, why: 'portalDown', next: 'administrator' },
  /** The portal's settings answer; what answers for backups does not. */
  serviceDown: { ...outage, word: 'serviceDown', why: 'serviceDown', next: 'administrator' },
  notThere: { ...outage, word: 'serviceDown', why: 'notThere', next: 'notThere' },
  /** Refused where it asks for backups, and accepted by the page about itself. */
  keyAccepted: { ...outage, word: 'serverError', why: 'keyAccepted', next: 'serverError' },
  serverError: { ...outage, word: 'serverError', why: 'serverError', next: 'serverError' },
  unreadable: { ...outage, word: 'unreadable', why: 'unreadable', next: 'unreadable' },
  /** To another address. */
  redirected: { ...otherSite, word: 'redirected', why: 'redirected', next: 'redirected' },
  /** To a page of its own: a sign-in, a set-up, a maintenance. */
  ownPage: { ...otherSite, word: 'ownPage', why: 'ownPage', next: 'ownPage' },
  /** From https to an address without encryption. */
  downgrade: { ...otherSite, word: 'downgrade', why: 'downgrade', next: 'downgrade' },
  notDocSpace: { ...otherSite, why: 'notDocSpace', next: 'notDocSpace' },
  tooLarge: { ...otherSite, why: 'tooLarge' },
  unexpected: { ...otherSite, why: 'unexpected' },
  rateLimited: { ...asksToWait, why: 'rateLimited', next: 'rateLimited' },
  /** It said so (`Retry-After`) where nothing more is known of it yet. */
  askedToWait: { ...asksToWait, tellAfter: null, why: 'askedToWait', next: 'askedToWait' },
} as const satisfies Record<string, Row>;

/** Why a portal's backups cannot be seen. */
export type Cause = keyof typeof causes;

/** A cause that somebody is told of. */
export type ToldCause = {
  [Each in Cause]: (typeof causes)[Each]['tellAfter'] extends null ? never : Each;
}[Cause];

export function isTold(cause: Cause): cause is ToldCause {
  return causes[cause].tellAfter !== null;
}

export const toldCauses = Object.keys(causes)
  .filter((name): name is Cause => name in causes)
  .filter(isTold);

/** The row of a cause, where its kind matters and not its literal values. */
export function rowOf(cause: Cause): Row {
  return causes[cause];
}

/** Not the key, a right, a certificate or a proxy's requirement: the portal does not answer, or not as a portal. */
export function isOutage(cause: Cause): boolean {
  return causes[cause].toldAs === 'silent';
}

/** A cause that an answer, or the lack of one, shows by itself: these have a pause of their own. */
export type OwnCause = {
  [Each in Cause]: (typeof causes)[Each]['askEvery'] extends null ? never : Each;
}[Cause];
