import { nothingRead } from '../../../src/core/saving/contents.ts';
import type { ArchiveContents, SaveResult } from '../../../src/core/saving/order.ts';
import { scenarios } from '../docspace/portal/scenarios/index.ts';
import { backupContents } from './backups.ts';
import { largeContents } from './largeBackup.ts';

/** How one try to save an archive ends: with it, or with the kind of failure that kept it away. */
type TryEnd =
  | 'saved'
  | 'damaged'
  | 'expired'
  | 'gone'
  | 'size'
  | 'truncated'
  | 'stalled'
  | 'redirected'
  | 'notDocSpace'
  | 'serviceDown';

/** What was asked for: the whole file, or the rest of one of which a part was there. */
type Asked = 'whole' | 'rest';

/** What is to come of saving the archive of a scenario. */
export type Outcome = {
  /** The tries, up to the one after which Keepwatch makes no more, or after which all would end like it. */
  tries: TryEnd[];
  /** What lies in the folder after the last one. */
  left: 'archive' | 'damaged' | 'part' | 'nothing';
  /** What the portal's storage was asked for by all tries. */
  asked: Asked[];
  /** The same of the cloud storage. */
  cloud?: Asked[];
  /** What is read of the archive. */
  contents?: ArchiveContents;
};

const saved: Outcome = { tries: ['saved'], left: 'archive', asked: ['whole'], contents: largeContents };
const damaged: Outcome = { tries: ['damaged'], left: 'damaged', asked: ['whole'] };
const fromCloud: Outcome = { ...saved, cloud: ['whole'] };
const takenUp: Outcome = { ...saved, tries: ['truncated', 'saved'], asked: ['whole', 'rest'] };
const begunAnew: Outcome = { ...takenUp, asked: ['whole', 'rest', 'whole'] };
const hugeContents = { ...nothingRead, files: 1, bytes: 4 * 1024 ** 3 + 1, storage: true };

/** What is to come of each download scenario of the fake portal, by its name. */
export const downloadOutcomes: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['download', { ...saved, contents: nothingRead }],
  ['download-slow', saved],
  ['download-chunked', saved],
  ['download-huge', { ...saved, contents: hugeContents }],
  ['download-leaves-folder', saved],
  ['download-redirected', { ...fromCloud, contents: nothingRead }],
  ['download-tar', { ...fromCloud, contents: backupContents }],
  ['download-third-party', { ...fromCloud, asked: [] }],
  ['download-chain', { ...fromCloud, asked: many('whole', 5) }],
  ['download-damaged', damaged],
  ['download-incomplete', damaged],
  ['download-empty', damaged],
  ['download-too-short', damaged],
  ['download-cut', takenUp],
  [
    'download-cut-often',
    { ...saved, tries: [...many('truncated', 3), 'saved'], asked: ['whole', ...many('rest', 3)] },
  ],
  ['download-no-ranges', takenUp],
  ['download-changes', { ...takenUp, contents: backupContents }],
  ['download-too-long', begunAnew],
  ['download-wrong-range', begunAnew],
  ['download-busy', { ...saved, tries: [...many('serviceDown', 2), 'saved'], asked: many('whole', 3) }],
  [
    'download-half-parts',
    { tries: ['truncated', ...many('size', 3)], left: 'part', asked: ['whole', ...many('rest', 3)] },
  ],
  [
    'download-expires',
    { tries: ['truncated', ...many('expired', 2)], left: 'part', asked: ['whole', ...many('rest', 2)] },
  ],
  ['download-gone', { tries: many('gone', 2), left: 'nothing', asked: many('whole', 2) }],
  ['download-stalls', { tries: ['stalled'], left: 'part', asked: ['whole'] }],
  ['download-loop', { tries: ['redirected'], left: 'nothing', asked: many('whole', 10) }],
  ['download-page', { tries: ['notDocSpace'], left: 'nothing', asked: ['whole'] }],
]);

function many<const Word extends string>(word: Word, times: number): Word[] {
  return Array.from({ length: times }, () => word);
}

/** The scenarios of downloads, as the console plays them. */
export const downloadScenarios = scenarios.filter(({ number }) => number === 16);

/** How a save has ended, in the words of the table. */
export function endOf(result: SaveResult): string {
  if (result.ok) return result.value.contents === 'damaged' ? 'damaged' : 'saved';
  const { reason } = result;
  if (reason.of === 'network') return reason.failure.kind;
  return reason.of === 'link' || reason.of === 'folder' ? reason.why : reason.of;
}

/** What files with these names are, in the words of the table; what belongs to nothing there is named. */
export function leftOf(names: readonly string[]): string {
  const [shortest = '', ...others] = names.toSorted((one, other) => one.length - other.length);
  const beside = others.map((name) => name.replace(shortest, '')).join();
  if (shortest === '') return 'nothing';
  if (shortest.endsWith('.tar.gz.part') && beside === '.json') return 'part';
  if (!shortest.endsWith('.tar.gz') || beside !== '.sha256') return names.join();
  return shortest.endsWith('.damaged.tar.gz') ? 'damaged' : 'archive';
}

/** What was asked for by these requests. */
export function askedBy(
  requests: ReadonlyArray<{ path: string; headers: { range?: string | undefined } }>,
  path: string,
): Asked[] {
  return requests
    .filter((request) => request.path.startsWith(path))
    .map(({ headers }) => (headers.range === undefined ? 'whole' : 'rest'));
}
