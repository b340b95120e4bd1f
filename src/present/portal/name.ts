import type { Scope } from '../../core/docspace/request.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import type { Words } from '../i18n/i18n.ts';

/** What a line is about: a portal, or the whole server that it runs on. */
export function nameOf(portal: string, scope: Scope | null, { say }: Words): string {
  return scope === 'server' ? say('line.server', { portal }) : portal;
}

/** The scope that a standing speaks of; null for what concerns the portal as such. */
export function scopeOf(status: PortalStatus): Scope | null {
  return 'scope' in status ? status.scope : null;
}

export function isOfServer(status: PortalStatus): boolean {
  return scopeOf(status) === 'server';
}
