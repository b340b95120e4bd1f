import type { PortalButton, PortalRow } from '../../contract/portalRow.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { IconButton } from './button.tsx';
import { PortalActions, type PortalNavigation } from './portalActions.tsx';
import { StatusGlyph } from './statusGlyph.tsx';
import { ProgressBar } from './progressBar.tsx';
import { isAsked, LazyQuestion } from './asking.ts';
import type { Asking } from './portalQuestion.tsx';
import { LazyArchiveLine, ControlNote, Explanation, LinkExpiry, QuietLine } from './portalTexts.tsx';

export type PortalItemParts = {
  row: PortalRow;
  navigation: PortalNavigation;
  /** The question that is open in it. */
  asking: Asking | null;
  ask: (question: Asking | null) => void;
};

/** One portal among several. */
export function PortalListItem({ row, navigation, asking, ask }: PortalItemParts) {
  const name = `portal-${row.id}`;
  const open = isAsked(asking, row);
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
        <ControlNote row={row} />
        {row.saving && <LazyArchiveLine row={row} navigation={navigation} />}
        <LinkExpiry row={row} />
        {bare ? null : <QuietLines row={row} />}
        {open ? (
          <LazyQuestion row={row} asking={asking} close={() => ask(null)} />
        ) : (
          <div class={bare ? 'portal-buttons' : 'portal-buttons spaced'}>
            {bare ? (
              <QuietLines row={row} />
            ) : (
              <PortalActions
                row={{ ...row, buttons: row.buttons.filter((button) => !isSave(button)) }}
                navigation={navigation}
                main="tint"
              />
            )}
            <IconButtons row={row} history={navigation.history} ask={ask} />
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

type IconParts = { row: PortalRow; history: () => void; ask: (question: Asking) => void };

/** Beside two labelled buttons there is no room for a third: it is an icon among the others. */
function isSave({ action }: PortalButton): boolean {
  return action.type === 'saveArchive';
}

function IconButtons({ row: { id, control, buttons }, history, ask }: IconParts) {
  const labels = useLabels();
  const described = `portal-${id}`;
  const check = (): void => bridge.dispatch({ type: 'checkNow', portal: id });
  return (
    <span class="icon-buttons">
      {buttons.filter(isSave).map(({ action, label }) => (
        <IconButton
          key={action.type}
          icon="save"
          label={label}
          onClick={() => action.type === 'saveArchive' && bridge.dispatch(action)}
          describedBy={described}
          id={`${action.type}-${id}`}
        />
      ))}
      {control.start === null ? null : (
        <IconButton
          icon="backUp"
          label={labels.backUpNow}
          onClick={() => ask('start')}
          describedBy={described}
          id={`start-${id}`}
        />
      )}
      {control.stop === null ? null : (
        <IconButton
          icon="stop"
          label={labels.stopBackup}
          onClick={() => ask('stop')}
          describedBy={described}
          id={`stop-${id}`}
        />
      )}
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
        onClick={() => ask('remove')}
        describedBy={described}
        id={`remove-${id}`}
      />
    </span>
  );
}
