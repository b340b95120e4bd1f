import { isRecord, parseJson } from '../../support/docspace/json.ts';

/** The tasks that a history lists; null for what is none. */
export function tasksIn(body: string): Set<string> | null {
  const envelope = parseJson(body);
  const list = isRecord(envelope) ? (envelope['response'] ?? []) : null;
  return Array.isArray(list)
    ? new Set(list.map((record) => (isRecord(record) ? String(record['id']) : '')))
    : null;
}
