import { expect, test } from 'vitest';
import type { Certificate } from '../../../src/core/net/certificate.ts';
import type { Event } from '../../../src/core/event.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { acme, day, failures, start } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { connects } from '../../support/core/connects.ts';

// What becomes of a portal when somebody has looked at its certificate.

const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const shown: Certificate = {
  pem,
  subject: 'new.example',
  issuer: 'new.example',
  validFrom: start - day,
  validTo: start + day,
  fingerprint: 'AA:BB',
  fitsHost: true,
  trustedBySystem: false,
};
const trusting = { ...acme, certificate: pem };

/** The portal's certificate is not the one it should be; this one is shown, and agreed to. */
function agrees(story: Story, first: Event, certificate: Certificate): void {
  connects(story, first, { settings: fail(failures.certificate) });
  const { attempt } = story.shell.state.connect;
  connects(story, { type: 'certificateShown', attempt, shown: succeed(certificate) });
  connects(story, { type: 'connectAgreed' });
}

test('a portal is added with the certificate that was agreed to', () => {
  const story = new Story([]);
  agrees(story, { type: 'connectSubmitted', address: 'new.example', keyKind: 'apiKey' }, shown);
  expect(story.shell.state.connect.stage.is).toBe('connected');
  expect(story.shell.restart().state.watches.map(({ portal }) => portal.certificate)).toEqual([pem]);
});

test.each<[string, Event]>([
  ['with a new key', { type: 'connectSubmitted', address: '', keyKind: 'apiKey' }],
  ['without one', { type: 'certificateOpened', portal: 'acme' }],
])('a portal whose certificate an authority has signed by now needs nobody’s trust: %s', (_how, first) => {
  const story = new Story([trusting]).begins();
  if (first.type === 'connectSubmitted') story.shell.does({ type: 'connectOpened', portal: 'acme' });
  agrees(story, first, { ...shown, pem: pem.replace('MIIB', 'MIIC'), trustedBySystem: true });
  expect(story.shell.state.watches.map(({ portal }) => portal)).toEqual([
    expect.not.objectContaining({ certificate: expect.anything() }),
  ]);
});

test('a new key leaves a certificate trusted that is still shown', () => {
  const story = new Story([trusting]).begins();
  story.shell.does({ type: 'connectOpened', portal: 'acme' });
  connects(story, { type: 'connectSubmitted', address: '', keyKind: 'apiKey' });
  expect(story.shell.state.connect.stage.is).toBe('connected');
  expect(story.shell.state.watches[0]?.portal.certificate).toBe(pem);
});

test('a certificate that is trusted no more leaves what the system trusts, and the portal is asked at once', () => {
  const story = new Story([trusting]).begins();
  const before = story.shell.asked.length;
  story.shell.does({ type: 'distrust', portal: 'acme' });
  story.passes(3000);
  expect(story.shell.asked.length).toBeGreaterThan(before);
  expect(story.shell.restart().state.watches.map(({ portal }) => portal)).toEqual([acme]);
});
