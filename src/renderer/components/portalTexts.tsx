import type { PortalRow } from '../../contract/snapshot.ts';
import { StatusGlyph } from './glyph.tsx';
import { Icon } from './icon.tsx';

/** Why it is so, and what to do; and what is to be minded for as long as the portal is watched. */
export function Why({ row: { why, mark } }: { row: PortalRow }) {
  return (
    <>
      {why === null ? null : (
        <p class="why copyable">
          <bdi>{why.reason}</bdi> {why.next === null ? null : <span class="soft">{why.next}</span>}
        </p>
      )}
      {mark === null ? null : (
        <p class="mind">
          <StatusGlyph glyph={{ shape: 'attention' }} label="icon" />
          {mark}
        </p>
      )}
    </>
  );
}

/** Until when the link works. */
export function Expiry({ row: { expiry } }: { row: PortalRow }) {
  if (expiry === null) return null;
  return (
    <p class="expiry num">
      <Icon name="clock" />
      {expiry}
    </p>
  );
}

/** The last finished backup. */
export function Last({ row: { last } }: { row: PortalRow }) {
  return last === null ? null : <p class="t-small soft num">{last}</p>;
}

/** How the other of its two backups is, where the whole server is watched too. */
export function Also({ row: { also } }: { row: PortalRow }) {
  return also === null ? null : <p class="t-small soft num">{also}</p>;
}
