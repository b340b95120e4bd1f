import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'vitest';
import { packaged } from '../support/desktop/packaged.ts';

/** The switches inside an executable, by name; what is neither on nor off stays out. */
async function readFuses(executable: string): Promise<Map<string, boolean>> {
  const wire = Object.entries(await getCurrentFuseWire(executable));
  const states = new Map(wire.map(([position, state]) => [position, String.fromCharCode(Number(state))]));
  const named = Object.entries(FuseV1Options).flatMap(([name, position]) => {
    const state = states.get(String(position));
    return state === '1' || state === '0' ? [[name, state === '1'] as const] : [];
  });
  return new Map(named);
}

const release = new Map(
  Object.entries({
    RunAsNode: false,
    EnableCookieEncryption: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  }),
);

test('what ships has every door of Electron shut that Keepwatch does not use', async () => {
  expect(await readFuses(packaged.shipped)).toEqual(release);
});

test('the copy that tests drive differs in one fuse', async () => {
  expect(await readFuses(packaged.driven)).toEqual(
    new Map([...release, ['EnableNodeCliInspectArguments', true]]),
  );
});
