import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { causes } from '../../src/core/access/cause.ts';
import { factsSchema, happeningSchema } from '../../src/contract/facts.ts';
import { exitCodes } from '../../src/main/commandLine/exitCodes.ts';
import { commandLine } from '../../src/present/i18n/messages/commandLine.ts';

// docs/command-line.md is what scripts are written by: what it says is what is sent.

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
const manual = readFileSync(join(root, 'assets/linux/keepwatch.1'), 'utf8');
const [status = '', event = ''] = [...page.matchAll(/```json\n([^`]+)```/g)].map(([, text = '']) => text);
const { portals, event: events, portal } = { ...factsSchema.shape, ...happeningSchema.shape };
const ofPortal = portals.def.element.shape;

/** The words in code quotes of a table's first column. */
function firstColumn(heading: string): string[] {
  const [, table = ''] = page.split(`| ${heading} | `);
  const rows = table.split('\n\n')[0]?.split('\n').slice(2) ?? [];
  return rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, word = '']) => word),
  );
}

test('its examples are what may be sent, with every field', () => {
  expect(factsSchema.parse(JSON.parse(status))).toEqual(JSON.parse(status));
  expect(happeningSchema.parse(JSON.parse(event))).toEqual(JSON.parse(event));
});

test('it explains every field, and no other', () => {
  const known = [...Object.keys(factsSchema.shape), ...Object.keys(ofPortal)].filter(
    (name) => name !== 'portals',
  );
  expect(firstColumn('field').toSorted()).toEqual(known.toSorted());
  expect(portal.def.innerType.shape).toBe(ofPortal);
});

test('it explains every state and every event, and names every cause', () => {
  expect(firstColumn('state').toSorted()).toEqual([...ofPortal.state.options].toSorted());
  expect(firstColumn('event').toSorted()).toEqual([...events.options].toSorted());
  const [, named = ''] = /^Causes: (.+?)\.$/ms.exec(page) ?? [];
  expect(named.match(/\w+/g)).toEqual(Object.keys(causes));
});

test('it and the manual page name every exit code, the help those of one’s own', () => {
  const codes = Object.values(exitCodes).map(String);
  const [, table = ''] = page.split('| code | meaning |');
  expect([...table.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code)).toEqual(codes);
  const [, section = ''] = manual.split('.SH EXIT STATUS');
  expect([...section.matchAll(/^\.B (\d+)$/gm)].map(([, code]) => code)).toEqual(codes);
  const help = commandLine['command.help'].english;
  for (const code of codes.filter((each) => !['1', '130', '141'].includes(each)))
    expect(help).toMatch(new RegExp(`\\b${code}\\b`));
});

test('a version that is not its own is refused, and so is a field that nobody has documented', () => {
  const facts: object = JSON.parse(status);
  expect(factsSchema.safeParse({ ...facts, version: 2 }).success).toBe(false);
  expect(factsSchema.safeParse({ ...facts, link: 'https://acme.example/x' }).success).toBe(false);
});
