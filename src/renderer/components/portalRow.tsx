import type { PortalRow } from '../../contract/snapshot.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { IconButton } from './button.tsx';
import { PortalActions, type PortalNavigation } from './portalActions.tsx';
import { StatusGlyph } from './glyph.tsx';
import { ProgressBar } from './progressBar.tsx';
import { RemoveConfirmation } from './removeConfirmation.tsx';
import { Also, Expiry, Last, Why } from './portalTexts.tsx';

export type RowParts = {
  row: PortalRow;
  navigation: PortalNavigation;
  /** The question before removing is open. */
  asking: boolean;
  ask: (open: boolean) => void;
};

/** One portal among several. */
export function PortalListRow({ row, navigation, asking, ask }: RowParts) {
  const name = `portal-${row.id}`;
  const bare = row.buttons.length === 0;
  return (
    <li class="portal" data-row data-tone={row.tone} aria-labelledby={name}>
      <StatusGlyph glyph={row.glyph} />
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
        {row.progress === null ? null : <ProgressBar progress={row.progress} describedBy={name} />}
        <Why row={row} />
        <Expiry row={row} />
        {bare ? null : <Lasts row={row} />}
        {asking ? (
          <RemoveConfirmation row={row} keep={() => ask(false)} />
        ) : (
          <div class={bare ? 'deeds' : 'deeds roomy'}>
            {bare ? <Lasts row={row} /> : <PortalActions row={row} navigation={navigation} main="tint" />}
            <IconDeeds row={row} ask={() => ask(true)} />
          </div>
        )}
      </div>
    </li>
  );
}

/** The quiet lines at the end: beside the icons where nothing else is to be done. */
function Lasts({ row }: Pick<RowParts, 'row'>) {
  if (row.also === null && row.last === null) return null;
  return (
    <div class="last">
      <Also row={row} />
      <Last row={row} />
    </div>
  );
}

function IconDeeds({ row: { id }, ask }: { row: PortalRow; ask: () => void }) {
  const { checkNow, remove } = useLabels();
  const described = `portal-${id}`;
  const check = (): void => bridge.checkNow({ portal: id });
  return (
    <span class="set">
      <IconButton icon="check" label={checkNow} does={check} describedBy={described} />
      <IconButton icon="remove" label={remove} does={ask} describedBy={described} id={`remove-${id}`} />
    </span>
  );
}
