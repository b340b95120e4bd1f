import { useId } from 'preact/hooks';
import type { ProgressChart, RunDetail } from '../../../contract/historyView.ts';
import { Facts } from '../facts.tsx';
import { across, Below, Grid, up, width } from './plot.tsx';

const ground = 104;

/** What is known of one run: its way, why it ended so, facts. */
export function Detail({ detail: { progress, reason, facts } }: { detail: RunDetail }) {
  return (
    <>
      {progress === null ? null : <Progress chart={progress} />}
      {reason === null ? null : (
        <p class="run-reason copyable">
          <bdi>{reason}</bdi>
        </p>
      )}
      {facts.length === 0 ? null : (
        <div class="facts">
          <dl>
            <Facts facts={facts} />
          </dl>
        </div>
      )}
    </>
  );
}

function Progress({ chart }: { chart: ProgressChart }) {
  const said = useId();
  const last = chart.line.at(-1);
  const curve = pathOf(chart.line);
  return (
    <>
      <svg class="plot" viewBox={`0 0 ${width} ${ground + 24}`} role="img" aria-labelledby={said}>
        <Grid grid={chart.grid} ground={ground} />
        <path class="area" d={`${curve}V${ground}H${across(chart.line[0]?.x ?? 0)}Z`} />
        <path class="curve" d={curve} />
        {chart.ahead.length === 0 ? null : <path class="ahead" d={pathOf(chart.ahead)} />}
        {last === undefined || chart.figure === null ? null : (
          <>
            <circle class="now" cx={across(last.x)} cy={up(last.y, ground)} r="4" />
            <text
              class="figure"
              x={across(last.x) + (last.x > 0.85 ? -8 : 8)}
              y={up(last.y, ground) + 14}
              text-anchor={last.x > 0.85 ? 'end' : 'start'}
            >
              {chart.figure}
            </text>
          </>
        )}
        {chart.times.map(({ x, text }) => (
          <Below key={x} x={x} ground={ground}>
            {text}
          </Below>
        ))}
      </svg>
      <p class="t-small soft num" id={said}>
        {chart.said}
      </p>
    </>
  );
}

function pathOf(points: ProgressChart['line']): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${across(x)} ${up(y, ground)}`).join('');
}
