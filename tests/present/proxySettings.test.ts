import { expect, test } from 'vitest';
import type { Failure } from '../../src/core/net/failure.ts';
import { proxyCauses } from '../../src/core/access/causeOf.ts';
import type { ProxyProblem } from '../../src/core/net/proxy.ts';
import { newAttempt } from '../../src/core/connect/attempt.ts';
import type { State } from '../../src/core/state.ts';
import { buttonsOf } from '../../src/present/portal/buttons.ts';
import { proxySettings } from '../../src/present/proxySettings.ts';
import { failures, minute, stateOf } from '../support/given.ts';
import { Story } from '../support/core/story.ts';
import { noAccess } from '../support/present/statusTable.ts';
import { words } from '../support/present/presented.ts';

const [watch = never()] = stateOf().watches;

function never(): never {
  throw new Error('nothing is watched');
}

const proxy = 'http://proxy.lan:3128';

function heldUp(problem: ProxyProblem): Extract<Failure, { kind: 'proxy' }> {
  return { kind: 'proxy', problem, proxy, detail: '407' };
}

function behind(failure: Failure): State {
  return new Story().begins().fails(failure).passes(minute).shell.state;
}

function signedIn(state: State): State {
  return { ...state, application: { ...state.application, signedInTo: [proxy] } };
}

test('a proxy that asks is named in the settings, until what it asks for was entered', () => {
  const asks = { proxy, name: 'proxy.lan:3128', kept: false, note: words.say('label.proxyAsks') };
  expect(proxySettings(behind(heldUp('signIn')), words)).toEqual([asks]);
  expect(proxySettings(signedIn(behind(heldUp('signIn'))), words)).toEqual([
    { ...asks, kept: true, note: null },
  ]);
});

test('one that refuses what was entered says so, also to somebody who adds a portal', () => {
  const note = words.say('label.proxyRefuses');
  expect(proxySettings(signedIn(behind(heldUp('signInRefused'))), words)).toMatchObject([
    { kept: true, note },
  ]);
  const connect = { ...newAttempt, proxy: heldUp('signInRefused') };
  expect(proxySettings({ ...stateOf(), connect }, words)).toMatchObject([{ kept: false, note }]);
});

test.each(['colon', 'notSaved'] as const)('what was entered and not kept (%s) says so', (why) => {
  const refused = (state: State): State => ({
    ...state,
    application: { ...state.application, signInNotKept: { proxy, why } },
  });
  const note = words.say(`label.proxySignIn.${why}`);
  expect(proxySettings(refused(behind(heldUp('signIn'))), words)).toMatchObject([{ kept: false, note }]);
  expect(proxySettings(refused(signedIn(stateOf())), words)).toMatchObject([{ kept: true, note }]);
});

test('no other trouble names a proxy', () => {
  expect(proxySettings(behind(failures.timeout), words)).toEqual([]);
  expect(proxySettings(behind(heldUp('method')), words)).toEqual([]);
});

test.each([
  ['signIn', ['settings']],
  ['signInRefused', ['settings']],
  ['method', []],
] as const)('a row that a proxy holds up (%s) leads to where it can be mended', (problem, actions) => {
  const status = noAccess(proxyCauses[problem]);
  expect(buttonsOf(watch, status, words).map(({ action }) => action.type)).toEqual(actions);
});

test.each([
  ['changed', ['certificate']],
  ['selfSigned', ['certificate']],
  ['expired', []],
] as const)('a row with a certificate that is %s leads to it where it can be trusted', (problem, actions) => {
  const status = noAccess(problem);
  expect(buttonsOf(watch, status, words).map(({ action }) => action.type)).toEqual(actions);
});
