import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Button } from './button.tsx';
import { Facts } from './facts.tsx';
import { PortalActions } from './portalActions.tsx';
import { ProgressDial } from './progressDial.tsx';
import { isAsked, LazyQuestion } from './asking.ts';
import type { PortalItemParts } from './portalListItem.tsx';
import { LazyArchiveLine, ControlNote, Explanation, QuietLine } from './portalTexts.tsx';

/** A portal that is alone: its ring is the picture. */
export function PortalCard({ row, navigation, asking, ask }: PortalItemParts) {
  const labels = useLabels();
  const name = `portal-${row.id}`;
  const open = isAsked(asking, row);
  return (
    <li class="portal-card" data-row data-tone={row.tone} aria-labelledby={name}>
      <ProgressDial row={row} describedBy={name} />
      <h2 class="t-title" id={name}>
        <bdi>{row.name}</bdi>
      </h2>
      <p class="t-name state-word">{row.state}</p>
      {row.time === null ? null : <p class="soft num">{row.time}</p>}
      <QuietLine text={row.otherBackup} />
      <Explanation row={row} />
      <ControlNote row={row} />
      {row.saving && <LazyArchiveLine row={row} navigation={navigation} />}
      {row.buttons.length === 0 ? null : (
        <div class="links">
          <PortalActions row={row} navigation={navigation} main="main" />
        </div>
      )}
      <div class="facts">
        {row.facts.length === 0 ? null : (
          <dl>
            <Facts facts={row.facts} />
          </dl>
        )}
      </div>
      {open ? (
        <LazyQuestion row={row} asking={asking} close={() => ask(null)} />
      ) : (
        <div class="icon-buttons">
          {row.control.start === null ? null : (
            <Button
              kind="plain"
              icon="backUp"
              id={`start-${row.id}`}
              onClick={() => ask('start')}
              describedBy={name}
            >
              {labels.backUpNow}
            </Button>
          )}
          {row.control.stop === null ? null : (
            <Button
              kind="plain"
              icon="stop"
              id={`stop-${row.id}`}
              onClick={() => ask('stop')}
              describedBy={name}
            >
              {labels.stopBackup}
            </Button>
          )}
          <Button
            kind="plain"
            icon="history"
            id={`history-${row.id}`}
            onClick={navigation.history}
            describedBy={name}
          >
            {labels.history}
          </Button>
          <Button
            kind="plain"
            icon="check"
            onClick={() => bridge.dispatch({ type: 'checkNow', portal: row.id })}
            describedBy={name}
          >
            {labels.checkNow}
          </Button>
          <Button
            kind="plain"
            icon="remove"
            id={`remove-${row.id}`}
            onClick={() => ask('remove')}
            describedBy={name}
          >
            {labels.remove}
          </Button>
        </div>
      )}
    </li>
  );
}
