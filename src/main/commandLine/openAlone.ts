import { parseAddress } from '../../core/net/address.ts';
import { createWords } from '../../present/i18n/i18n.ts';
import { english } from '../../present/i18n/language.ts';
import { systemClock as clock } from '../clock.ts';
import { createEnvironmentProxy } from '../network/environmentProxy.ts';
import { usualTimeouts } from '../network/timeouts.ts';
import { createTlsOptions } from '../network/tls.ts';
import { createTransport } from '../network/transport.ts';
import { watchAlone } from './alone.ts';
import { type KeyInput, readKey } from './keyInput.ts';
import type { Answers } from './ports.ts';

/** Looks at a portal with the key from standard input. Nothing of Chromium is needed for it, and nothing is written. */
export async function openAlone(
  typed: string,
  version: string,
  input: KeyInput,
  env: NodeJS.ProcessEnv,
): Promise<Answers> {
  const address = parseAddress(typed);
  if (!address.ok) return async () => 'address';
  const key = await readKey(input);
  if (!key.ok) return async () => key.reason;
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const proxies = createEnvironmentProxy(env);
  return watchAlone({
    address: address.value,
    key: key.value,
    transport: createTransport(`Keepwatch/${version}`, usualTimeouts, proxies, createTlsOptions()),
    words: createWords(english, { region: locale, timeZone }),
    clock,
    version,
    chance: Math.random,
  });
}
