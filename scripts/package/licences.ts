import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const bundled = z.array(
  z.object({
    name: z.string(),
    version: z.string(),
    identifier: z.string(),
    text: z.optional(z.string()),
  }),
);

/** A package of somebody else's that is in the product, and on what terms. */
export type Licence = z.output<typeof bundled>[number] & { text: string };

/** Licences that ask for nothing but being passed on. Another one needs a decision first. */
const permissive = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'];

/** Who holds the rights of packages that come under the MIT licence without its text. */
const holders: Record<string, string> = { '@nodable/entities': 'Amit Gupta' };

/** The licences of all that was bundled into the built application, as the builds wrote them down. */
export function readLicences(root: string): Licence[] {
  const found = ['main', 'preload', 'renderer'].flatMap((bundle) =>
    bundled.parse(JSON.parse(readFileSync(path.join(root, 'out', bundle, 'licences.json'), 'utf8'))),
  );
  return found
    .map((licence) => ({ ...licence, text: licence.text ?? standardText(licence.name, licence.identifier) }))
    .map(refuseOthers)
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** One text of them all, as it is shipped. */
export function licenceText(licences: Licence[]): string {
  const parts = licences.map(
    ({ name, version, identifier, text }) => `${name} ${version} (${identifier})\n\n${text.trim()}\n`,
  );
  const first = 'Keepwatch contains the following packages, on the following terms.\n';
  return [first, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

function refuseOthers(licence: Licence): Licence {
  if (permissive.includes(licence.identifier)) return licence;
  throw new Error(
    `${licence.name} is licensed as ${licence.identifier}: not one of ${permissive.join(', ')}`,
  );
}

function standardText(name: string, identifier: string): string {
  const holder = holders[name];
  if (holder === undefined || identifier !== 'MIT')
    throw new Error(`${name} comes without its licence's text`);
  const [, , , ...terms] = readFileSync(path.join(import.meta.dirname, '../../LICENSE'), 'utf8').split('\n');
  return `MIT License\n\nCopyright (c) ${holder}\n${terms.join('\n')}`;
}
