import { expect, test } from 'vitest';
import { removeWeakening } from '../../../src/main/app/environment.ts';

test('what switches verification off or writes down keys goes, and nothing else', () => {
  const env: NodeJS.ProcessEnv = {
    LANG: 'de_DE.UTF-8',
    HTTPS_PROXY: 'http://proxy.lan:3128',
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    SSLKEYLOGFILE: '/tmp/keys',
  };
  const switches = new Set([
    'proxy-server',
    'password-store',
    'ozone-platform',
    'ignore-certificate-errors',
    'disable-web-security',
    'host-resolver-rules',
  ]);
  removeWeakening(env, { removeSwitch: (name) => void switches.delete(name) });
  expect(Object.keys(env)).toEqual(['LANG', 'HTTPS_PROXY']);
  expect([...switches]).toEqual(['proxy-server', 'password-store', 'ozone-platform']);
});
