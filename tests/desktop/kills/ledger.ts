import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isRecord, parseJson } from '../../support/docspace/json.ts';

/** What the application has saved of the news: by its own names for them, in its own order. */
export type SavedNews = { pending: string[]; told: string[] };

/** Reads it as it stands on the disk right now. */
export function readSavedNews(userData: string): SavedNews {
  const file = path.join(userData, 'portals.json');
  const stored = existsSync(file) ? parseJson(readFileSync(file, 'utf8')) : {};
  const portals = isRecord(stored) && isRecord(stored['portals']) ? Object.values(stored['portals']) : [];
  const ledgers = portals.map((saved) =>
    isRecord(saved) && isRecord(saved['ledger']) ? saved['ledger'] : {},
  );
  return {
    pending: ledgers.flatMap(({ pending }) =>
      listOf(pending).map((news) => (isRecord(news) ? String(news['id']) : '')),
    ),
    told: ledgers.flatMap(({ told }) => listOf(told).map(String)),
  };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
