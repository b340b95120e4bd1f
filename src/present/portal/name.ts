import type { Scope } from '../../core/docspace/scope.ts';
import type { Standing } from '../../core/status/statusOf.ts';
import type { Words } from '../i18n/words.ts';

/** What a line is about: a portal, or the whole server that it runs on. */
export function nameOf(portal: string, scope: Scope | null, { say }: Words): string {
  return scope === 'server' ? say('line.server', { portal }) : portal;
}

/** The scope that a standing speaks of; null for what concerns the portal as such. */
export function scopeOf(standing: Standing): Scope | null {
  return 'scope' in standing ? standing.scope : null;
}

export function isOfServer(standing: Standing): boolean {
  return scopeOf(standing) === 'server';
}
