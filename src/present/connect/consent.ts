import type { ConnectView } from '../../contract/connectView.ts';
import type { Certificate } from '../../core/net/certificate.ts';
import type { ConnectAttempt, ConnectStep } from '../../core/connect/attempt.ts';
import { assertNever } from '../../core/base/result.ts';
import type { Words } from '../i18n/i18n.ts';

type Consent = Pick<ConnectView, 'note' | 'consent' | 'certificate'>;

/** A risk, and the button that takes it. */
export function consentView(
  connect: ConnectAttempt,
  stage: Extract<ConnectStep, { is: 'consent' }>,
  words: Words,
  now: number,
): Consent {
  const { say } = words;
  const { host } = connect.address;
  switch (stage.to) {
    case 'otherHost': {
      const { typed } = connect;
      const fact = say('consent.otherHost', { host });
      return {
        note: { tone: 'warn', fact, next: say('consent.otherHostNext', { typed }) },
        consent: say('consent.otherHostButton', { host }),
        certificate: null,
      };
    }
    case 'unencrypted':
      return {
        note: { tone: 'warn', fact: say('consent.unencrypted'), next: say('consent.unencryptedNext') },
        consent: say('consent.unencryptedButton'),
        certificate: null,
      };
    case 'certificate':
      return {
        ...certificateWords(connect, stage.shown, words),
        certificate: certificateFacts(stage.shown, words, now),
      };
    default:
      return assertNever(stage);
  }
}

function certificateWords(
  { certificate }: ConnectAttempt,
  { trustedBySystem }: Certificate,
  { say }: Words,
): Pick<Consent, 'note' | 'consent'> {
  if (trustedBySystem) {
    const fact = say('consent.certificateVouched');
    return {
      note: { tone: 'calm', fact, next: say('consent.certificateVouchedNext') },
      consent: say('consent.certificateVouchedButton'),
    };
  }
  const fact = say(certificate === null ? 'consent.certificate' : 'consent.certificateChanged');
  const next = say(certificate === null ? 'consent.certificateNext' : 'consent.certificateChangedNext');
  return { note: { tone: 'warn', fact, next }, consent: say('consent.certificateButton') };
}

function certificateFacts(
  { subject, issuer, validFrom, validTo, fingerprint }: Certificate,
  { say, date }: Words,
  now: number,
): Consent['certificate'] {
  return {
    facts: [
      { term: say('certificate.subject'), detail: subject },
      { term: say('certificate.issuer'), detail: issuer },
      { term: say('certificate.validFrom'), detail: date(validFrom, now) },
      { term: say('certificate.validTo'), detail: date(validTo, now) },
    ],
    fingerprint,
  };
}
