import { Fragment } from 'preact';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Button } from './button.tsx';
import { PortalActions } from './portalActions.tsx';
import { ProgressDial } from './progressDial.tsx';
import { RemoveConfirmation } from './removeConfirmation.tsx';
import type { RowParts } from './portalRow.tsx';
import { Also, Why } from './portalTexts.tsx';

/** A portal that is alone: its ring is the picture. */
export function PortalCard({ row, navigation, asking, ask }: RowParts) {
  const labels = useLabels();
  const name = `portal-${row.id}`;
  return (
    <li class="solo" data-row data-tone={row.tone} aria-labelledby={name}>
      <ProgressDial row={row} describedBy={name} />
      <h2 class="t-title" id={name}>
        <bdi>{row.name}</bdi>
      </h2>
      <p class="t-name state-word">{row.state}</p>
      {row.time === null ? null : <p class="soft num">{row.time}</p>}
      <Also row={row} />
      <Why row={row} />
      {row.buttons.length === 0 ? null : (
        <div class="links">
          <PortalActions row={row} navigation={navigation} main="main" />
        </div>
      )}
      <Facts row={row} />
      {asking ? (
        <RemoveConfirmation row={row} keep={() => ask(false)} />
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
          <Button
            kind="plain"
            icon="remove"
            id={`remove-${row.id}`}
            does={() => ask(true)}
            describedBy={name}
          >
            {labels.remove}
          </Button>
        </div>
      )}
    </li>
  );
}

function Facts({ row: { facts } }: Pick<RowParts, 'row'>) {
  return (
    <div class="facts">
      {facts.length === 0 ? null : (
        <dl>
          {facts.map(({ term, detail }) => (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd class="num copyable">
                <bdi>{detail}</bdi>
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </div>
  );
}
