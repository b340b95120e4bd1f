import type { Address, AddressRefusal } from '../net/address.ts';
import type { Certificate, Untrustable } from '../net/certificate.ts';
import type { KeyFacts } from '../docspace/key.ts';
import type { Self } from '../docspace/self.ts';
import type { PortalSettings } from '../docspace/settings.ts';
import type { Failure, ProxyFailure } from '../net/failure.ts';
import { type Findings, type ForbiddenCause, noFindings } from '../access/forbidden.ts';
import type { Question } from '../docspace/question.ts';

/**
 * Adding a portal, giving one a new key, or looking at its new certificate. Nothing is stored, and no consent is taken for
 * granted, before the end.
 */
export type ConnectAttempt = {
  /** Tells the replies of this attempt from those of one that was given up. */
  attempt: number;
  /** The portal that gets a new key, or null for one that is added. */
  portal: string | null;
  stage: ConnectStep;
  address: Address;
  /** Only its certificate is being looked at: no key was typed in, and none is needed. */
  keyless: boolean;
  /** The certificate at this address that is trusted, in PEM; null: what the system trusts. */
  certificate: string | null;
  /** The host that was typed, before any redirect. */
  typed: string;
  /** Session tokens have no page about themselves. */
  keyKind: 'apiKey' | 'sessionToken';
  /** The proxy that was in the way the last time; that outlives the attempt, since it is mended elsewhere. */
  proxy: ProxyFailure | null;
  hops: number;
  /** How often the key was refused. */
  refusals: number;
  version: string;
  /** What the portal, the key and its owner have shown so far. */
  findings: Findings;
};

export type ConnectStep =
  | { is: 'form' }
  | { is: 'asking'; question: Question }
  /** The key was refused, and is tried with the same question at that time, in epoch milliseconds. */
  | { is: 'waiting'; question: Question; until: number }
  /** Its certificate is being read. `inVain`: it was asked something with what is trusted now, and that was refused. */
  | { is: 'reading'; inVain: boolean }
  | { is: 'consent'; to: 'unencrypted' | 'otherHost' }
  | { is: 'consent'; to: 'certificate'; shown: Certificate }
  | { is: 'refused'; refusal: Refusal }
  /** All went well: the key is being sealed and the portal saved. */
  | { is: 'storing' }
  | { is: 'connected'; kept: Kept }
  /** The portal answers with the certificate that was agreed to. */
  | { is: 'trusted' };

/** How the key is kept: sealed by the system's keyring, or in memory until Keepwatch quits. */
export type Kept = 'sealed' | 'untilQuit';

/** Which of the steps failed, and why. */
export type Refusal =
  | { at: 'address'; why: AddressRefusal | 'alreadyWatched' | 'downgrade' | 'tooManyRedirects' | 'workspace' }
  | { at: 'address'; why: 'failure'; failure: Failure }
  /** The certificate cannot be trusted, although somebody wants to. */
  | { at: 'address'; why: 'untrustable'; problem: Untrustable | 'unverifiable' }
  | { at: 'key'; why: 'malformed' | 'refused' }
  | { at: 'right'; why: ForbiddenCause }
  | { at: 'right'; why: 'failure'; failure: Failure }
  | { at: 'storing'; why: 'notSaved' };

/** Before an address was entered. */
const nowhere: Address = { origin: '', host: '', encrypted: true, loopback: false };

export const newAttempt: ConnectAttempt = {
  attempt: 0,
  portal: null,
  stage: { is: 'form' },
  address: nowhere,
  keyless: false,
  certificate: null,
  proxy: null,
  typed: '',
  keyKind: 'apiKey',
  hops: 0,
  refusals: 0,
  version: '',
  findings: noFindings,
};

/** What is known of a portal that is being connected; null while it is not. */
type Known = { settings: PortalSettings | null; key: KeyFacts | null; self: Self | null };

/** What has been found out so far of portal, key and owner; null for what was not asked, or not answered. */
export function knownOf({ findings: { settings, key, self } }: ConnectAttempt): Known {
  return {
    settings: settings?.ok ? settings.value : null,
    key: key?.ok ? key.value : null,
    self: self?.ok ? self.value : null,
  };
}

/** What the portal calls itself; its host where it has no name. */
export function portalNameOf(connect: ConnectAttempt): string {
  return knownOf(connect).settings?.name || connect.address.host;
}

export function ask(connect: ConnectAttempt, question: Question): ConnectAttempt {
  return { ...connect, stage: { is: 'asking', question } };
}

export function refuse(connect: ConnectAttempt, refusal: Refusal): ConnectAttempt {
  return { ...connect, stage: { is: 'refused', refusal } };
}
