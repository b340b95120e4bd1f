import { describe, expect, test } from 'vitest';
import type { ConnectView } from '../../../src/contract/connectView.ts';
import type { Refusal } from '../../../src/core/connect/attempt.ts';
import { succeed } from '../../../src/core/base/result.ts';
import type { State } from '../../../src/core/state.ts';
import { Connecting } from '../../support/core/connecting.ts';
import { failures, stateOf } from '../../support/given.ts';
import { added, forbidden, good, linesOf, viewOf } from '../../support/present/connectView.ts';

describe('the form', () => {
  test('is empty at first; it never holds a key', () => {
    expect(viewOf(new Connecting({}).connect)).toEqual({
      stage: 'form',
      checks: [],
      addressError: null,
      keyError: null,
      note: null,
      consent: null,
      connected: null,
      certificate: null,
      offersStartAtLogin: true,
    });
  });

  test('offers to start at login after the first portal, where that can be and is not so yet', () => {
    const offers = (state: State) => viewOf(new Connecting({}).connect, state).offersStartAtLogin;
    const one = stateOf();
    expect(offers(one)).toBe(true);
    expect(offers(stateOf([]))).toBe(false);
    expect(offers({ ...one, application: { ...one.application, startAtLogin: true } })).toBe(false);
    expect(offers({ ...one, application: { ...one.application, canStartAtLogin: false } })).toBe(false);
  });
});

describe('a question of consent', () => {
  test('says what anyone on the way can read, and what the button does', () => {
    expect(added({}, 'http://portal.lan')).toMatchObject({
      stage: 'consent',
      note: {
        tone: 'warn',
        fact: 'This connection is not encrypted',
        next: 'Others on the network can read the key. Use https if the portal offers it.',
      },
      consent: 'Connect without encryption',
    });
  });

  test('names the host that the key would go to', () => {
    const moved = new Connecting({ 'https://www.acme.example': good }).submits('www.acme.example');
    expect(viewOf(moved.connect)).toMatchObject({
      stage: 'consent',
      note: {
        fact: 'This address redirects to acme.example',
        next: 'The key would be sent there, not to www.acme.example.',
      },
      consent: 'Connect to acme.example',
    });
  });
});

describe('a refusal', () => {
  function refused(refusal: Refusal): ConnectView {
    return viewOf({ ...new Connecting({}).connect, stage: { is: 'refused', refusal } });
  }

  test.each([
    'empty',
    'malformed',
    'scheme',
    'credentials',
    'alreadyWatched',
    'downgrade',
    'tooManyRedirects',
    'workspace',
  ] as const)('of the address stands at its field: %s', (why) => {
    const view = refused({ at: 'address', why });
    expect(view).toMatchObject({ stage: 'refused', checks: [], keyError: null, note: null });
    expect(view.addressError).toMatch(/\.$/);
  });

  test.each(['malformed', 'refused'] as const)('of the key stands at its field: %s', (why) => {
    const view = refused({ at: 'key', why });
    expect(view).toMatchObject({ checks: [], addressError: null, note: null });
    expect(view.keyError).toMatch(/\.$/);
  });

  test('of which the cause lies beyond the fields says how far it came, and why', () => {
    const view = added({ self: succeed({ name: 'Bob', administrator: false }), progress: forbidden });
    expect(linesOf(view)).toEqual([
      'Done: Acme (DocSpace 3.7.2)',
      'Done: Key accepted (Bob)',
      'Refused: No right to see backups',
    ]);
    expect(view).toMatchObject({
      addressError: null,
      keyError: null,
      note: {
        tone: 'danger',
        fact: 'This key may not see backups',
        next: 'The key’s owner is not an administrator. Ask an owner or administrator of the portal to make a read-only key.',
      },
    });
  });

  test('of a key that could not be kept refuses nothing of the portal', () => {
    const { connect } = new Connecting({ [good]: {} }).submits(good);
    const view = viewOf({
      ...connect,
      stage: { is: 'refused', refusal: { at: 'storing', why: 'notSaved' } },
    });
    expect(linesOf(view)[2]).toBe('Done: Right to see backups');
    expect(view.note?.fact).toBe('The key could not be stored');
  });

  test('of another key has no field for the address: a note says what is wrong with it', () => {
    const changing = new Connecting({ [good]: failures.timeout }).changesKeyOf('acme', good).submits('');
    expect(viewOf(changing.connect)).toMatchObject({
      addressError: null,
      note: {
        tone: 'danger',
        fact: 'The portal could not be reached',
        next: 'The server does not answer in time (timeout). Try again, or check whether it opens in your browser.',
      },
    });
  });
});
