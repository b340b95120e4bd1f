import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../src/core/base/result.ts';
import type { Portal } from '../../src/core/portal.ts';
import { parsePortalList, toPortalList } from '../../src/core/portalList.ts';
import { acme, globex, start } from '../support/given.ts';

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const rich: Portal = {
  ...acme,
  scopes: ['portal', 'server'],
  standalone: true,
  certificate,
  encryptedSince: start,
};
const mark = { format: 'keepwatch-portals', version: 1 };
const one = { name: 'Acme', address: acme.origin };

function read(content: unknown) {
  return parsePortalList(typeof content === 'string' ? content : JSON.stringify(content));
}

describe('an exported list of portals', () => {
  test('holds names and addresses and nothing else: no key, certificate, consent, folder or id', () => {
    expect(JSON.parse(toPortalList([rich, globex]))).toEqual({
      ...mark,
      portals: [one, { name: 'Globex', address: globex.origin }],
    });
    expect(toPortalList([rich])).not.toMatch(/CERTIFICATE|MIIB|certificate|encrypted|server|scopes|"id"/);
  });

  test('is read as it was written, whatever the portals are called', () => {
    const name = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'ä', '🗄', '"', '\\', '{') });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 9 }), (names) => {
        const portals = names.map((called, index) => ({
          name: called,
          origin: `https://p${index}.example:8443`,
        }));
        const exported = toPortalList(portals.map((portal) => ({ ...acme, ...portal })));
        expect(parsePortalList(exported)).toEqual(succeed(portals));
      }),
    );
  });
});

describe('a file that is to be imported', () => {
  test.each([
    ['empty', ''],
    ['no JSON', 'Acme, https://acme.example'],
    ['cut in the middle', toPortalList([acme]).slice(0, 60)],
    ['something else', { portals: [one] }],
    ['the settings file', { version: 1, portals: [acme], theme: 'dark' }],
    ['a list of something else', { ...mark, format: 'bookmarks', portals: [one] }],
    ['without a version', { format: mark.format, portals: [one] }],
    ['of a version that never was', { ...mark, version: 0, portals: [one] }],
    ['without portals', mark],
    ['a list', [one]],
    ['nothing', null],
    ['a portal without a name', { ...mark, portals: [one, { ...one, name: ' \u0000 ' }] }],
    ['an address with a path', { ...mark, portals: [{ ...one, address: 'https://acme.example/x' }] }],
    ['an address with a key', { ...mark, portals: [{ ...one, address: 'https://sk-1@acme.example' }] }],
    ['an address of another kind', { ...mark, portals: [{ ...one, address: 'file:///etc/passwd' }] }],
    ['without end', { ...mark, portals: Array.from({ length: 501 }, () => one) }],
  ])('is refused as a whole: %s', (_what, content) => {
    expect(read(content)).toEqual(fail('notAList'));
  });

  test('of a newer Keepwatch is said to be that', () => {
    expect(read({ ...mark, version: 2, groups: [] })).toEqual(fail('newer'));
  });

  test('brings nothing along but names and addresses', () => {
    const smuggled = { ...one, id: 'acme', key: 'sk-1', certificate, scopes: ['server'], standalone: true };
    expect(read({ ...mark, portals: [smuggled], theme: 'dark' })).toEqual(
      succeed([{ name: 'Acme', origin: acme.origin }]),
    );
    expect(read(JSON.stringify({ ...mark, portals: [] }))).toEqual(succeed([]));
  });

  test('has its names made fit to be shown', () => {
    const read = parsePortalList(JSON.stringify({ ...mark, portals: [{ ...one, name: 'x\n'.repeat(900) }] }));
    expect(read.ok && read.value[0]?.name.length).toBe(80);
  });
});
