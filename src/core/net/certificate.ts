/** A certificate that a server showed, read without trusting it. Times are epoch milliseconds. */
export type Certificate = {
  pem: string;
  /** Whom it names, and who signed it: the common name, else all that is written there. */
  subject: string;
  issuer: string;
  validFrom: number;
  validTo: number;
  /** SHA-256, as `9F:2B:…`: what an administrator can compare. */
  fingerprint: string;
  /** It is made for the host that sent it. */
  fitsHost: boolean;
  /** An authority that this system trusts has signed it: nobody has to agree to it. */
  trustedBySystem: boolean;
};

/** Why nobody can trust a certificate, however much they want to. */
export type Untrustable = 'expired' | 'notYetValid' | 'wrongHost';

/**
 * What stands in the way of trusting it. A certificate for another host stays refused: whoever had a look at it would
 * trust a name that they did not ask for, and every later change of that name would pass unseen.
 */
export function whyUntrustable(certificate: Certificate, now: number): Untrustable | null {
  if (now > certificate.validTo) return 'expired';
  if (now < certificate.validFrom) return 'notYetValid';
  return certificate.fitsHost ? null : 'wrongHost';
}
