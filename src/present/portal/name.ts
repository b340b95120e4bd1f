import { shorten } from '../../core/base/text.ts';
import type { Scope } from '../../core/docspace/request.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import type { Words } from '../i18n/i18n.ts';

/** A name where what is said of it is to stand beside it, in a line or two. */
export function shortName(name: string): string {
  return shorten(name, 40);
}

/** What a line is about: a portal, or the whole server that it runs on. */
export function nameOf(portal: string, scope: Scope | null, { say }: Words): string {
  return scope === 'server' ? say('line.server', { portal }) : portal;
}

/** The scope that a status speaks of; null for what concerns the portal as such. */
export function scopeOf(status: PortalStatus): Scope | null {
  return 'scope' in status ? status.scope : null;
}

export function isOfServer(status: PortalStatus): boolean {
  return scopeOf(status) === 'server';
}
