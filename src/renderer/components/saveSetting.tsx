import type { PortalRow } from '../../contract/portalRow.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Button } from './button.tsx';
import { Select } from './select.tsx';

/** Whether every finished backup of a portal is saved, where, and how many are kept. */
export function SaveSetting({ row: { id, saveTo }, about }: { row: PortalRow; about: string }) {
  const labels = useLabels();
  const choices = [
    ['off', labels.saveNone, 'off'],
    ['all', labels.saveAll, 'all'],
    ['1', labels.keepOne, 1],
    ['2', labels.keepTwo, 2],
    ['3', labels.keepThree, 3],
    ['5', labels.keepFive, 5],
    ['7', labels.keepSeven, 7],
    ['14', labels.keepFourteen, 14],
    ['31', labels.keepThirtyOne, 31],
  ] as const;
  const change = (value: string): void => {
    const keep = choices.find(([name]) => name === value)?.[2] ?? 'off';
    bridge.dispatch({ type: 'saveEvery', portal: id, keep });
  };
  const folder = `folder-${id}`;
  return (
    <>
      <Select<string>
        label={labels.saveEvery}
        note={saveTo === null || saveTo.keep === null ? labels.saveEveryHint : labels.keepHint}
        about={about}
        value={saveTo === null ? 'off' : String(saveTo.keep ?? 'all')}
        options={choices.map(([name, words]) => [name, words] as const)}
        change={change}
      />
      {saveTo === null ? null : (
        <div class="setting">
          <span class="label copyable" id={folder}>
            <span class="t-small soft">{labels.saveFolder}</span> <bdi>{saveTo.folder}</bdi>
          </span>
          <Button
            id={`choose-${id}`}
            onClick={() => bridge.dispatch({ type: 'chooseFolder', portal: id })}
            describedBy={`${about} ${folder}`}
          >
            {labels.chooseFolder}
          </Button>
        </div>
      )}
    </>
  );
}
