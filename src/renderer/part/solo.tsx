import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Button } from './button.tsx';
import { Dial } from './progress.tsx';
import { Removal } from './removal.tsx';
import { Deed, type RowParts, Why } from './row.tsx';

/** A portal that is alone: its ring is the picture. */
export function Solo({ row, changeKey, asking, ask }: RowParts) {
  const labels = useLabels();
  const name = `portal-${row.id}`;
  return (
    <li class="solo" data-tone={row.tone} aria-labelledby={name}>
      <Dial row={row} describedBy={name} />
      <h2 class="t-title" id={name}>
        <bdi>{row.name}</bdi>
      </h2>
      <p class="t-name state-word">{row.state}</p>
      {row.time === null ? null : <p class="soft num">{row.time}</p>}
      <Why row={row} />
      {row.buttons.length === 0 ? null : (
        <div class="links">
          {row.buttons.map((button) => (
            <Deed key={button.action} button={button} row={row} changeKey={changeKey} main="main" />
          ))}
        </div>
      )}
      <Facts row={row} />
      {asking ? (
        <Removal row={row} keep={() => ask(false)} />
      ) : (
        <div class="set">
          <Button
            kind="plain"
            icon="check"
            does={() => bridge.checkNow({ portal: row.id })}
            describedBy={name}
          >
            {labels.checkNow}
          </Button>
          <Button kind="plain" icon="remove" does={() => ask(true)} describedBy={name}>
            {labels.remove}
          </Button>
        </div>
      )}
    </li>
  );
}

function Facts({ row }: { row: RowParts['row'] }) {
  if (row.facts.length === 0) return <div class="facts" />;
  return (
    <div class="facts">
      <dl>
        {row.facts.map(({ term, detail }) => (
          <>
            <dt>{term}</dt>
            <dd class="num copyable">
              <bdi>{detail}</bdi>
            </dd>
          </>
        ))}
      </dl>
    </div>
  );
}
