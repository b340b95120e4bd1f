import { describe, expect, test } from 'vitest';
import { type Certificate, whyUntrustable } from '../../../src/core/net/certificate.ts';
import { stepConnect } from '../../../src/core/connect/connect.ts';
import type { ConnectEvent } from '../../../src/core/connect/event.ts';
import { type ConnectAttempt, newAttempt } from '../../../src/core/connect/attempt.ts';
import type { Failure } from '../../../src/core/net/failure.ts';
import { fail, type Result, succeed } from '../../../src/core/base/result.ts';
import { parseSettings } from '../../../src/core/settings.ts';
import { acme, day, failures, nothing, redirect, start } from '../../support/given.ts';
import { answerFrom, scriptOf, Story } from '../../support/core/story.ts';

const shown: Certificate = {
  pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  subject: 'portal.lan',
  issuer: 'portal.lan',
  validFrom: start - day,
  validTo: start + day,
  fingerprint: 'AA:BB',
  fitsHost: true,
  trustedBySystem: false,
};
const next: Certificate = { ...shown, pem: shown.pem.replace('MIIB', 'MIIC'), fingerprint: 'CC:DD' };

function step(connect: ConnectAttempt, event: ConnectEvent, now = start): ConnectAttempt {
  return stepConnect(connect, event, { portals: [], now });
}

/** Somebody who adds https://portal.lan, whose certificate no authority has signed. */
function adding(): ConnectAttempt {
  const event = { type: 'connectSubmitted', address: 'portal.lan', keyKind: 'apiKey' } as const;
  return refused(step(newAttempt, event), failures.certificate);
}

function refused(connect: ConnectAttempt, failure: Failure): ConnectAttempt {
  const reply = { ask: 'settings', got: fail(failure) } as const;
  return step(connect, { type: 'connectReplied', attempt: connect.attempt, reply });
}

function shows(connect: ConnectAttempt, read: Result<Certificate, Failure>, now = start): ConnectAttempt {
  return step(connect, { type: 'certificateShown', attempt: connect.attempt, shown: read }, now);
}

function agreed(connect: ConnectAttempt): ConnectAttempt {
  return step(connect, { type: 'connectAgreed' });
}

describe('whether a certificate can be trusted', () => {
  test.each([
    ['as it is', {}, start, null],
    ['until its last second', {}, shown.validTo, null],
    ['expired', {}, shown.validTo + 1, 'expired'],
    ['not valid yet', {}, shown.validFrom - 1, 'notYetValid'],
    ['made for another host', { fitsHost: false }, start, 'wrongHost'],
  ] as const)('%s', (_what, changes, now, problem) => {
    expect(whyUntrustable({ ...shown, ...changes }, now)).toBe(problem);
    const connect = shows(adding(), succeed({ ...shown, ...changes }), now);
    expect(connect.stage).toMatchObject(
      problem === null
        ? { is: 'consent', to: 'certificate' }
        : { is: 'refused', refusal: { at: 'address', why: 'untrustable', problem } },
    );
  });
});

describe('a certificate that no authority has signed', () => {
  test('is read and shown; only who agrees to it goes on, and only with this one', () => {
    const reading = adding();
    expect(reading.stage).toEqual({ is: 'reading', inVain: true });
    const consent = shows(reading, succeed(shown));
    expect(consent.certificate).toBeNull();
    expect(agreed(consent)).toMatchObject({
      certificate: shown.pem,
      stage: { is: 'asking', question: { ask: 'settings' } },
    });
  });

  test('that cannot be read, or that came for an attempt that was given up', () => {
    expect(shows(adding(), fail(failures.timeout)).stage).toMatchObject({
      is: 'refused',
      refusal: { at: 'address', why: 'failure' },
    });
    const reading = adding();
    const given = step(reading, { type: 'connectEdited' });
    const late = { type: 'certificateShown', attempt: reading.attempt, shown: succeed(shown) } as const;
    expect(step(given, late)).toBe(given);
  });

  test('that this system cannot verify even then is refused, not asked about again', () => {
    const asked = refused(agreed(shows(adding(), succeed(shown))), failures.changed);
    expect(shows(asked, succeed(shown)).stage).toMatchObject({
      refusal: { why: 'untrustable', problem: 'unverifiable' },
    });
    expect(shows(asked, succeed(next)).stage).toMatchObject({ is: 'consent', shown: next });
  });

  test('that an authority has signed in the meantime needs nobody’s trust', () => {
    expect(agreed(shows(adding(), succeed({ ...shown, trustedBySystem: true }))).certificate).toBeNull();
  });

  test('counts at its own address only: a redirect leaves it behind', () => {
    const asked = agreed(shows(adding(), succeed(shown)));
    const moved = refused(asked, redirect('https://other.lan/'));
    expect([moved.address.host, moved.certificate]).toEqual(['other.lan', null]);
  });

  test.each([failures.expired, failures.timeout, failures.notDocSpace])(
    'is not what is wrong: $kind',
    (failure) => {
      const connect = step(newAttempt, {
        type: 'connectSubmitted',
        address: 'portal.lan',
        keyKind: 'apiKey',
      });
      expect(refused(connect, failure).stage.is).toBe('refused');
    },
  );
});

describe('a portal whose certificate has changed', () => {
  const trusted = { ...acme, certificate: shown.pem };

  test('is asked on, verified against the one that is trusted; another portal is not', () => {
    const story = new Story([trusted, { ...acme, id: 'globex', origin: 'https://globex.example' }]).begins();
    const polls = story.shell.effects.flatMap((effect) => (effect.do === 'query' ? [effect] : []));
    const certificates = new Map(polls.map(({ portal, certificate }) => [portal, certificate]));
    expect([...certificates]).toEqual([
      ['acme', shown.pem],
      ['globex', null],
    ]);
  });

  test('goes on with the new one once somebody has looked at it; its key stays', () => {
    const { shell } = new Story([trusted]).begins().fails(failures.changed);
    expect(shell.does({ type: 'certificateOpened', portal: 'acme' })).toMatchObject([
      { do: 'readCertificate', origin: acme.origin },
    ]);
    const { attempt } = shell.state.connect;
    shell.does({ type: 'certificateShown', attempt, shown: succeed(next) });
    expect(shell.state.connect.stage).toMatchObject({ is: 'consent', to: 'certificate' });
    const [probe] = shell.does({ type: 'connectAgreed' });
    expect(probe).toMatchObject({ do: 'probe', certificate: next.pem, question: { ask: 'settings' } });
    const reply = answerFrom(scriptOf(), { ask: 'settings' });
    const effects = shell.does({ type: 'connectReplied', attempt, reply });
    expect(shell.state.connect.stage).toEqual({ is: 'trusted' });
    expect(effects).toMatchObject([
      { do: 'saveSettings' },
      { do: 'dropAttempt' },
      { do: 'query', portal: 'acme', certificate: next.pem },
    ]);
    expect(shell.state.watches[0]).toMatchObject({ keyStatus: 'ready', portal: { certificate: next.pem } });
  });

  test('and shows the old one again just goes on', () => {
    const { shell } = new Story([trusted]).begins().fails(failures.changed);
    shell.does({ type: 'certificateOpened', portal: 'acme' });
    const { attempt } = shell.state.connect;
    const effects = shell.does({ type: 'certificateShown', attempt, shown: succeed(shown) });
    expect(effects).toMatchObject([{ do: 'probe', certificate: shown.pem }]);
  });

  test('and was removed meanwhile: the form to add one stands there, and nothing is read', () => {
    const { shell } = new Story([trusted]).begins().fails(failures.changed);
    shell.does({ type: 'remove', portal: 'acme' });
    expect(shell.does({ type: 'certificateOpened', portal: 'acme' })).toEqual([{ do: 'dropAttempt' }]);
    expect(shell.state.connect).toMatchObject({ portal: null, keyless: false, stage: { is: 'form' } });
  });

  test('is not given up with a new key: that goes where the certificate is still the trusted one', () => {
    const { shell } = new Story([trusted]).begins();
    shell.does({ type: 'connectOpened', portal: 'acme' });
    const [probe] = shell.does({ type: 'connectSubmitted', address: '', keyKind: 'apiKey' });
    expect(probe).toMatchObject({ do: 'probe', certificate: shown.pem });
  });
});

describe('in the settings', () => {
  const stored = (certificate: unknown) =>
    parseSettings({ version: 1, theme: 'system', portals: [{ ...acme, certificate }] });

  test('a trusted certificate is kept with its portal', () => {
    expect(stored(shown.pem).settings.portals).toEqual([{ ...acme, certificate: shown.pem }]);
  });

  test.each([
    ['no certificate', 'trust everybody'],
    ['several', shown.pem + next.pem],
    ['a number', 7],
    ['endless', shown.pem.replace('MIIB', 'M'.repeat(40_000))],
  ])('what is %s is not trusted, and loses no portal', (_what, certificate) => {
    expect(stored(certificate).settings.portals.map(({ id, certificate: read }) => [id, read])).toEqual([
      ['acme', undefined],
    ]);
  });
});

test('a portal that answers is well again, whatever its certificate was', () => {
  const story = new Story([{ ...acme, certificate: shown.pem }]).begins().fails(failures.changed);
  story.looks(nothing);
  expect(story.shell.state.watches[0]?.access.trouble).toBeNull();
});
