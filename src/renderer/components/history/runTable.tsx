import { useRef } from 'preact/hooks';
import type { HistoryView, RunDetail, RunRow } from '../../../contract/historyView.ts';
import { bridge } from '../../bridge.ts';
import { useLabels } from '../../hooks/useLabels.ts';
import { Button } from '../button.tsx';
import { StatusGlyph } from '../statusGlyph.tsx';
import { Detail } from './detail.tsx';

/** All runs: one is chosen as among radio buttons, so that the whole list is one stop of the keyboard. */
export function RunTable({ view: { runs, chosen, more } }: { view: HistoryView }) {
  const labels = useLabels();
  const body = useRef<HTMLTableSectionElement>(null);
  const showAll = (): void => {
    // Its button goes away: on from the last run that was listed.
    const listed = body.current?.querySelectorAll('input') ?? [];
    listed[listed.length - 1]?.focus();
    bridge.dispatch({ type: 'allRunsWanted' });
  };
  return (
    <>
      <table class="runs">
        <caption>{labels.runs}</caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{labels.outcome}</th>
            <th scope="col">{labels.began}</th>
            <th scope="col">{labels.took}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {runs.map((row) => (
            <Row
              key={keyOf(row.run)}
              row={row}
              detail={chosen !== null && keyOf(chosen.run) === keyOf(row.run) ? chosen.detail : null}
            />
          ))}
        </tbody>
      </table>
      {more === null ? null : (
        <Button kind="plain" onClick={showAll}>
          {more}
        </Button>
      )}
    </>
  );
}

/** `detail`: what is known of it, while it is the chosen one. */
function Row({ row, detail }: { row: RunRow; detail: RunDetail | null }) {
  return (
    <>
      <tr class="run">
        <td>
          <label class="outcome" data-tone={row.tone}>
            <input
              type="radio"
              name="run"
              aria-label={row.name}
              checked={detail !== null}
              onChange={() => bridge.dispatch({ type: 'runChosen', run: row.run })}
            />
            <StatusGlyph glyph={row.glyph} />
            <span>{row.outcome}</span>
          </label>
        </td>
        <td class="num soft began">{row.began}</td>
        <td class="num end">{row.took}</td>
      </tr>
      {detail === null ? null : (
        <tr>
          <td colSpan={3}>
            <Detail detail={detail} />
          </td>
        </tr>
      )}
    </>
  );
}

function keyOf({ scope, id }: RunRow['run']): string {
  return `${scope} ${id}`;
}
