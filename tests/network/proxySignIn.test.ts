import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPortal } from '../support/docspace/openPortal.ts';
import { Assembled } from '../main/app/assembled.ts';
import { temporaryFolder } from '../support/main/temporaryFolder.ts';
import { question } from '../main/network/transports.ts';
import { openProxy, type Proxy } from './proxy.ts';
import { ada, key, openThrough, through } from './proxied.ts';

describe.each(['http', 'https'])('a proxy on the way to %s', (scheme) => {
  async function failureThrough(proxy: Pick<Proxy, 'origin'>, entered: typeof ada | null = null) {
    const transport = openThrough(through(proxy, entered));
    const ask = async () => {
      const answer = await transport.ask('acme', `${scheme}://portal.invalid`, question(), key);
      return answer.ok ? answer.value.status : answer.reason;
    };
    return [await ask(), await ask()];
  }
  const problem = (name: string) => expect.objectContaining({ kind: 'proxy', problem: name });

  test('that wants user and password', async () => {
    const proxy = await openProxy();
    proxy.wants(ada);
    expect(await failureThrough(proxy)).toEqual([problem('signIn'), problem('signIn')]);
  });

  test('that refuses what was entered is not tried with it again: many lock out who does', async () => {
    const proxy = await openProxy();
    proxy.wants({ ...ada, password: 'other' });
    expect(await failureThrough(proxy, ada)).toEqual([problem('signInRefused'), problem('signInRefused')]);
    expect(proxy.seen().match(/Basic /g)).toHaveLength(1);
  });

  test('is sent no password before it asks for one', async () => {
    const proxy = await openProxy();
    await failureThrough(proxy, ada);
    expect([proxy.asked.length > 0, proxy.seen().includes('proxy-authorization')]).toEqual([true, false]);
  });

  test('of the same name on another network is told the password that another one has refused', async () => {
    const proxy = await openProxy();
    proxy.wants({ ...ada, password: 'of another network' });
    const transport = openThrough(through(proxy, ada));
    const ask = async () => transport.ask('acme', `${scheme}://portal.invalid`, question(), key);
    expect(await ask()).toMatchObject({ reason: problem('signInRefused') });
    proxy.wants(ada);
    expect(await ask()).toMatchObject({ reason: problem('signInRefused') });
    transport.drop();
    expect(await ask()).not.toMatchObject({ reason: problem('signInRefused') });
    expect(proxy.seen().match(/Basic /g)).toHaveLength(2);
  });

  test.each([[['NTLM']], [['Negotiate', 'NTLM']], [['Digest realm="basic, or not"']]])(
    'that wants %s only',
    async (challenges) => {
      const proxy = await openProxy();
      proxy.wants({ challenges });
      expect((await failureThrough(proxy, ada))[0]).toEqual(problem('method'));
    },
  );

  test('that is not there', async () => {
    const gone = { origin: 'http://127.0.0.1:9' };
    expect((await failureThrough(gone))[0]).toEqual(problem('unreached'));
  });
});

function contents(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

test('user and password are asked for, entered in the settings, sealed, and outlive a restart', async () => {
  const [portal, proxy] = [await openPortal(), await openProxy()];
  proxy.wants(ada);
  const folder = temporaryFolder();
  const told = () => `PROXY ${new URL(proxy.origin).host}`;
  const application = await Assembled.open(folder, undefined, told);
  application.openWindow();
  const connect = (): void => {
    application.does('dispatch', { type: 'connectOpened', portal: null });
    application.does('connectSubmit', { address: portal.origin, key: portal.key });
  };
  connect();
  await application.shows('a refusal', ({ connect: { stage } }) => stage === 'refused');
  const name = new URL(proxy.origin).host;
  expect(application.snapshot?.connect.addressError).toContain(`The proxy ${name} requires authentication`);
  const asks = { proxy: proxy.origin, name, kept: false, note: 'It requires a user name and a password.' };
  expect(application.snapshot?.settings.proxies).toEqual([asks]);

  application.does('proxySignIn', { proxy: proxy.origin, ...ada });
  connect();
  await application.shows('a look', ({ portals }) => portals[0]?.state === 'No backup running');
  expect(application.snapshot?.settings.proxies).toEqual([{ ...asks, kept: true, note: null }]);

  const next = await Assembled.open(folder, undefined, told);
  next.openWindow();
  await next.shows('a look', ({ portals }) => portals[0]?.state === 'No backup running');

  proxy.wants({ ...ada, password: 'a new one' });
  next.does('dispatch', { type: 'checkNow', portal: null });
  await next.shows('what is wrong', ({ portals }) => portals[0]?.state === 'Stopped by the proxy');
  expect(next.snapshot?.portals[0]).toMatchObject({
    explanation: { reason: 'This system’s proxy refuses the user name or the password.' },
    buttons: [{ action: { type: 'settings' }, label: 'Open settings' }],
  });

  const token = Buffer.from('ada:pass:word').toString('base64');
  const everything = `${JSON.stringify([application.out, next.out, portal.requests])}\n${contents(folder)}`;
  for (const secret of ['pass:word', token])
    expect([secret, everything.includes(secret)]).toEqual([secret, false]);
  expect(contents(folder)).toContain(proxy.origin);
});
