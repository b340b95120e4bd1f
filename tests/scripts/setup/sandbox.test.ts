import { beforeEach, expect, test, vi } from 'vitest';
import { canSandbox, sandboxFlags } from '../../../scripts/setup/sandbox.mjs';

/** An ordinary user's Linux that lets every program make namespaces, unless said otherwise. */
function machine(parts: { isLinux?: boolean; isRoot?: boolean; restricts?: boolean; setUid?: string } = {}) {
  const { isLinux = true, isRoot = false, restricts = false, setUid = '' } = parts;
  return {
    isLinux,
    isRoot,
    restrictsNamespaces: () => restricts,
    isSetUid: (helper: string) => helper === setUid,
  };
}

const electron = '/home/me/my runtime/electron';
const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});

test.each([
  ['an ordinary user', {}, true],
  ['root', { isRoot: true }, false],
  ['another system', { isLinux: false, restricts: true }, true],
  ['Ubuntu 24.04', { restricts: true }, false],
  [
    'Ubuntu 24.04 with the helper set up',
    { restricts: true, setUid: '/home/me/my runtime/chrome-sandbox' },
    true,
  ],
  ['root on Ubuntu 24.04', { isRoot: true, restricts: true }, false],
])('whether the sandbox works: %s', (_who, parts, works) => {
  expect(canSandbox(electron, machine(parts))).toBe(works);
  expect(sandboxFlags(electron, machine(parts))).toEqual(works ? [] : ['--no-sandbox']);
});

test('where somebody else than root starts it without the sandbox, one line says so and how to have it', () => {
  sandboxFlags(electron, machine({ isRoot: true }));
  sandboxFlags(electron, machine());
  expect(said).toEqual([]);
  sandboxFlags(electron, machine({ restricts: true }));
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(
    /AppArmor.*starting without it.*sudo chown root '\/home\/me\/my runtime\/chrome-sandbox'/,
  );
});
