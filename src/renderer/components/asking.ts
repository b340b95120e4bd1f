import type { PortalRow } from '../../contract/portalRow.ts';
import { lazyComponent } from './lazyComponent.tsx';
import type { Asking } from './portalQuestion.tsx';

/** Whether a question is open in this row. What cannot be done any more is not asked. */
export function isAsked(asking: Asking | null, { control }: PortalRow): asking is Asking {
  return asking !== null && (asking === 'remove' || control[asking] !== null);
}

/** The question that is open in a portal's row. */
export const LazyQuestion = lazyComponent(async () => (await import('./portalQuestion.tsx')).PortalQuestion);
