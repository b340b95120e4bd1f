import { afterAll, beforeAll, expect } from 'vitest';
import type { DesktopOptions } from '../../support/desktop/desktopOptions.ts';
import { Host } from './host.ts';

/** One window for all tests of a file. None of them may make it complain, or send what the contract does not allow. */
export function useHost(options?: DesktopOptions): () => Host {
  let host: Host | undefined;
  beforeAll(async () => {
    host = await Host.open(options);
  });
  afterAll(async () => {
    const complaints = [...(host?.complaints ?? []), ...((await host?.refused()) ?? [])];
    await host?.stop();
    expect(complaints).toEqual([]);
  });
  return () => {
    if (host === undefined) throw new Error('the host is not open yet');
    return host;
  };
}
