import type { PortalRow } from '../../contract/portalRow.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Select } from './select.tsx';

/** After how many days the last finished backup of a portal is too old. */
export function AgeSetting({ row: { id, warnAfter }, about }: { row: PortalRow; about: string }) {
  const labels = useLabels();
  const limits = [
    ['', labels.warnNever, null],
    ['1', labels.warnOneDay, 1],
    ['2', labels.warnTwoDays, 2],
    ['3', labels.warnThreeDays, 3],
    ['7', labels.warnOneWeek, 7],
    ['14', labels.warnTwoWeeks, 14],
    ['31', labels.warnOneMonth, 31],
  ] as const;
  const change = (value: string): void => {
    const days = limits.find(([name]) => name === value)?.[2] ?? null;
    bridge.dispatch({ type: 'warnAfter', portal: id, days });
  };
  return (
    <Select<string>
      label={labels.warnAfter}
      note={labels.warnAfterHint}
      about={about}
      value={warnAfter === null ? '' : String(warnAfter)}
      options={limits.map(([name, words]) => [name, words] as const)}
      change={change}
    />
  );
}
