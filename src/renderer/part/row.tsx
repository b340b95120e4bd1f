import type { PortalButton, PortalRow } from '../../contract/snapshot.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Button, IconButton } from './button.tsx';
import { Glyph } from './glyph.tsx';
import { Icon } from './icon.tsx';
import { Bar } from './progress.tsx';
import { Removal } from './removal.tsx';

export type RowParts = {
  row: PortalRow;
  changeKey: () => void;
  /** The question before removing is open. */
  asking: boolean;
  ask: (open: boolean) => void;
};

/** One portal among several. */
export function Row({ row, changeKey, asking, ask }: RowParts) {
  const name = `portal-${row.id}`;
  return (
    <li class="portal" data-tone={row.tone} aria-labelledby={name}>
      <Glyph glyph={row.glyph} />
      <div>
        <div class="pair">
          <h2 class="name t-name" id={name} title={row.name}>
            <bdi>{row.name}</bdi>
          </h2>
          {row.figure === null ? null : <span class="figure num t-name">{row.figure}</span>}
        </div>
        <p class="pair">
          <span class="state-word">{row.state}</span>
          {row.time === null ? null : <span class="soft num">{row.time}</span>}
        </p>
        {row.progress === null ? null : <Bar progress={row.progress} describedBy={name} />}
        <Why row={row} />
        <Expiry row={row} />
        {asking ? (
          <Removal row={row} keep={() => ask(false)} />
        ) : (
          <div class={row.buttons.length > 0 ? 'deeds roomy' : 'deeds'}>
            {row.buttons.map((button) => (
              <Deed key={button.action} button={button} row={row} changeKey={changeKey} main="tint" />
            ))}
            {row.last === null ? null : <p class="last t-small soft num">{row.last}</p>}
            <IconDeeds row={row} ask={() => ask(true)} />
          </div>
        )}
      </div>
    </li>
  );
}

/** Why it is so, and what to do; and what is to be minded for as long as the portal is watched. */
export function Why({ row }: { row: PortalRow }) {
  return (
    <>
      {row.why === null ? null : (
        <p class="why copyable">
          <bdi>{row.why.reason}</bdi>{' '}
          {row.why.next === null ? null : <span class="soft">{row.why.next}</span>}
        </p>
      )}
      {row.mark === null ? null : (
        <p class="mind">
          <Glyph glyph={{ shape: 'attention' }} label="icon" /> {row.mark}
        </p>
      )}
    </>
  );
}

export function Expiry({ row }: { row: PortalRow }) {
  if (row.expiry === null) return null;
  return (
    <p class="expiry num">
      <Icon name="clock" />
      {row.expiry}
    </p>
  );
}

/** One of up to two labelled buttons. */
export function Deed({
  button,
  row,
  changeKey,
  main,
}: {
  button: PortalButton;
  row: PortalRow;
  changeKey: () => void;
  main: 'tint' | 'main';
}) {
  const { action, label, weight } = button;
  const does = action === 'changeKey' ? changeKey : () => bridge.portalAction({ portal: row.id, action });
  return (
    <Button kind={weight === 'main' ? main : ''} does={does} describedBy={`portal-${row.id}`}>
      {label}
    </Button>
  );
}

function IconDeeds({ row, ask }: { row: PortalRow; ask: () => void }) {
  const { checkNow, remove } = useLabels();
  const described = `portal-${row.id}`;
  const check = (): void => bridge.checkNow({ portal: row.id });
  return (
    <span class="set">
      <IconButton icon="check" label={checkNow} does={check} describedBy={described} />
      <IconButton icon="remove" label={remove} does={ask} describedBy={described} />
    </span>
  );
}
