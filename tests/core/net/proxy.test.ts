import { describe, expect, test } from 'vitest';
import { askedSignIn, proxyName, refusalOfUser, type ProxyProblem } from '../../../src/core/net/proxy.ts';
import { parseRoutes } from '../../../src/core/net/route.ts';
import { hour, minute, nothing, second } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { state } from '../../support/core/told.ts';

describe('what the system says of the way', () => {
  test.each([
    ['DIRECT', { via: 'direct' }],
    ['', { via: 'direct' }],
    ['PROXY proxy.lan:3128', { via: 'proxy', proxy: 'http://proxy.lan:3128' }],
    ['PROXY proxy.lan:80', { via: 'proxy', proxy: 'http://proxy.lan' }],
    ['HTTPS proxy.lan:443', { via: 'proxy', proxy: 'https://proxy.lan' }],
    ['PROXY [::1]:3128', { via: 'proxy', proxy: 'http://[::1]:3128' }],
    [
      'PROXY one.lan:1; PROXY two.lan:2; DIRECT',
      { via: 'proxy', proxy: 'http://one.lan:1' },
      { via: 'proxy', proxy: 'http://two.lan:2' },
      { via: 'direct' },
    ],
    ['SOCKS5 proxy.lan:1080', { via: 'unsupported', proxy: 'SOCKS5 proxy.lan:1080' }],
    [
      'SOCKS proxy.lan:1080; PROXY proxy.lan:3128',
      { via: 'unsupported', proxy: 'SOCKS proxy.lan:1080' },
      { via: 'proxy', proxy: 'http://proxy.lan:3128' },
    ],
    [
      'SOCKS proxy.lan:1080; DIRECT',
      { via: 'unsupported', proxy: 'SOCKS proxy.lan:1080' },
      { via: 'direct' },
    ],
    ['QUIC proxy.lan:443', { via: 'unsupported', proxy: 'QUIC proxy.lan:443' }],
    ['PROXY', { via: 'unsupported', proxy: 'PROXY' }],
    [';;', { via: 'direct' }],
  ] as const)('"%s"', (told, ...routes) => {
    expect(parseRoutes(told)).toEqual(routes);
  });

  test('is named as a person knows it', () => {
    expect(proxyName('http://proxy.lan:3128')).toBe('proxy.lan:3128');
    expect(proxyName('SOCKS5 proxy.lan:1080')).toBe('SOCKS5 proxy.lan:1080');
  });
});

test.each([
  [['Basic realm="x"'], false, 'signIn'],
  [['Basic realm="x"'], true, 'signInRefused'],
  [['Negotiate', 'basic'], false, 'signIn'],
  [['Negotiate, NTLM, Basic realm="a, b"'], false, 'signIn'],
  [['NTLM'], true, 'method'],
  [[], false, 'method'],
] as const)('a proxy that says %j (signed in: %s) wants: %s', (challenges, offered, problem) => {
  expect(askedSignIn(challenges, offered)).toBe(problem);
});

test('a user name ends at its first colon, so that one with a colon cannot be sent', () => {
  expect(refusalOfUser('ada')).toBeNull();
  expect(refusalOfUser('ada:lovelace')).toBe('colon');
});

describe('a portal behind a proxy', () => {
  const story = (problem: ProxyProblem) =>
    new Story().begins().fails({ kind: 'proxy', problem, proxy: 'http://proxy.lan:3128', detail: '407' });
  const told = ({ shell }: Story): string[] => shell.told();

  test.each(['signIn', 'signInRefused', 'method', 'kind'] as const)(
    'that wants something (%s) is shown at once, told when it lasts, and asked slowly',
    (problem) => {
      const waiting = story(problem).passes(5 * minute);
      expect([state(waiting), told(waiting)]).toEqual(['proxy', []]);
      const asked = waiting.shell.asked.length;
      waiting.passes(hour);
      expect(told(waiting)).toEqual(['acme: access proxy']);
      expect(waiting.shell.asked.length - asked).toBeLessThanOrEqual(20);
      expect(state(waiting.looks(nothing))).toBe('idle');
    },
  );

  test('that is away for long and then asks for a password once has not asked for long', () => {
    const away = story('unreached').passes(20 * minute);
    away.fails({ kind: 'proxy', problem: 'signIn', proxy: 'http://proxy.lan:3128', detail: '407' });
    for (let waited = 0; state(away) !== 'proxy' && waited < 10; waited += 1) away.passes(minute);
    expect([state(away), told(away.says(nothing).passes(10 * minute))]).toEqual(['proxy', []]);
  });

  test.each(['unreached', 'untrusted', 'unresolved', 'refused'] as const)(
    'that is %s is as silent as the portal itself',
    (problem) => {
      const silent = story(problem);
      silent.shell.does({ type: 'checkNow', portal: null });
      silent.passes(2 * second);
      expect([silent.shell.state.watches[0]?.access.trouble?.count, state(silent)]).toEqual([1, 'idle']);
      silent.passes(20 * minute);
      expect([state(silent), told(silent)]).toEqual(['silent', []]);
      expect(told(silent.passes(hour))).toEqual(['acme: access silent']);
    },
  );
});
