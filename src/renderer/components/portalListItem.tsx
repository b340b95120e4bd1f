import type { PortalRow } from '../../contract/portalRow.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { IconButton } from './button.tsx';
import { PortalActions, type PortalNavigation } from './portalActions.tsx';
import { StatusGlyph } from './statusGlyph.tsx';
import { ProgressBar } from './progressBar.tsx';
import { RemoveConfirmation } from './removeConfirmation.tsx';
import { Explanation, LinkExpiry, QuietLine } from './portalTexts.tsx';

export type PortalItemParts = {
  row: PortalRow;
  navigation: PortalNavigation;
  /** The question before removing is open. */
  asking: boolean;
  ask: (open: boolean) => void;
};

/** One portal among several. */
export function PortalListItem({ row, navigation, asking, ask }: PortalItemParts) {
  const name = `portal-${row.id}`;
  const bare = row.buttons.length === 0;
  return (
    <li class="portal-item" data-row data-tone={row.tone} aria-labelledby={name}>
      <StatusGlyph glyph={row.glyph} />
      <div>
        <div class="spread">
          <h2 class="name t-name" id={name} title={row.name}>
            <bdi>{row.name}</bdi>
          </h2>
          {row.figure === null ? null : <span class="figure num t-name">{row.figure}</span>}
        </div>
        <p class="spread">
          <span class="state-word">{row.state}</span>
          {row.time === null ? null : <span class="soft num">{row.time}</span>}
        </p>
        {row.progress === null ? null : <ProgressBar progress={row.progress} describedBy={name} />}
        <Explanation row={row} />
        <LinkExpiry row={row} />
        {bare ? null : <QuietLines row={row} />}
        {asking ? (
          <RemoveConfirmation row={row} keep={() => ask(false)} />
        ) : (
          <div class={bare ? 'portal-buttons' : 'portal-buttons spaced'}>
            {bare ? (
              <QuietLines row={row} />
            ) : (
              <PortalActions row={row} navigation={navigation} main="tint" />
            )}
            <IconButtons row={row} history={navigation.history} ask={() => ask(true)} />
          </div>
        )}
      </div>
    </li>
  );
}

/** The quiet lines at the end: beside the icons where nothing else is to be done. */
function QuietLines({ row }: Pick<PortalItemParts, 'row'>) {
  if (row.otherBackup === null && row.lastFinished === null) return null;
  return (
    <div class="quiet-lines">
      <QuietLine text={row.otherBackup} />
      <QuietLine text={row.lastFinished} />
    </div>
  );
}

type IconParts = { row: PortalRow; history: () => void; ask: () => void };

function IconButtons({ row: { id }, history, ask }: IconParts) {
  const labels = useLabels();
  const described = `portal-${id}`;
  const check = (): void => bridge.dispatch({ type: 'checkNow', portal: id });
  return (
    <span class="icon-buttons">
      <IconButton
        icon="history"
        label={labels.history}
        onClick={history}
        describedBy={described}
        id={`history-${id}`}
      />
      <IconButton icon="check" label={labels.checkNow} onClick={check} describedBy={described} />
      <IconButton
        icon="remove"
        label={labels.remove}
        onClick={ask}
        describedBy={described}
        id={`remove-${id}`}
      />
    </span>
  );
}
