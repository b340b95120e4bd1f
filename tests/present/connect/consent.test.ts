import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../../src/core/net/certificate.ts';
import { newAttempt } from '../../../src/core/connect/attempt.ts';
import { connectView } from '../../../src/present/connect/connectView.ts';
import { stateOf } from '../../support/given.ts';
import { day, now, words } from '../../support/present/presented.ts';

const shown: Certificate = {
  pem: 'PEM',
  subject: 'portal.lan',
  issuer: 'Kestrel Internal Authority',
  validFrom: now - day,
  validTo: now + 300 * day,
  fingerprint: '9F:2B',
  fitsHost: true,
  trustedBySystem: false,
};

function viewOf(parts: { trusted: string | null; trustedBySystem?: boolean; keyless?: boolean }) {
  const { trusted, trustedBySystem = false, keyless = false } = parts;
  const stage = { is: 'consent', to: 'certificate', shown: { ...shown, trustedBySystem } } as const;
  return connectView(
    { ...stateOf(), connect: { ...newAttempt, certificate: trusted, keyless, stage } },
    words,
    now,
  );
}

describe('a certificate that somebody has to look at', () => {
  test('is shown with whom it names, who signed it, how long it is valid, and its fingerprint', () => {
    const { certificate, consent, note } = viewOf({ trusted: null });
    expect(certificate).toMatchObject({
      fingerprint: '9F:2B',
      facts: [{ detail: 'portal.lan' }, { detail: 'Kestrel Internal Authority' }, {}, {}],
    });
    expect([consent, note?.tone, note?.fact]).toEqual([
      words.say('consent.certificateButton'),
      'warn',
      words.say('consent.certificate'),
    ]);
  });

  test('in place of a trusted one is said to have changed', () => {
    const { note } = viewOf({ trusted: 'OTHER', keyless: true });
    expect(note).toMatchObject({
      tone: 'warn',
      fact: words.say('consent.certificateChanged'),
      next: words.say('consent.certificateChangedNext'),
    });
  });

  test('that an authority has signed now is no risk any more', () => {
    expect(viewOf({ trusted: 'OTHER', trustedBySystem: true })).toMatchObject({
      note: { tone: 'calm', fact: words.say('consent.certificateVouched') },
      consent: words.say('consent.certificateVouchedButton'),
    });
  });
});

test.each([
  ['of a portal that is added is read after it was found', false, 3],
  ['of a portal that is watched is read without its key', true, 0],
])('a certificate %s', (_which, keyless, checks) => {
  const connect = { ...newAttempt, keyless, stage: { is: 'reading', inVain: true } as const };
  const view = connectView({ ...stateOf(), connect }, words, now);
  expect([view.stage, view.checks.length]).toEqual(['checking', checks]);
});

test.each([
  ['the one that was agreed to', 'PEM', 1],
  ['signed by an authority that the system trusts', null, 0],
])('a portal whose new certificate is %s goes on', (_how, certificate, checks) => {
  const connect = { ...newAttempt, certificate, keyless: true, stage: { is: 'trusted' } as const };
  expect(connectView({ ...stateOf(), connect }, words, now).checks).toHaveLength(checks);
});
