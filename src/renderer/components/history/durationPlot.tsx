import { useId } from 'preact/hooks';
import type { DurationChart } from '../../../contract/historyView.ts';
import { across, Below, Grid, up, width } from './plot.tsx';

const ground = 92;
/** Fewer bars stand close together, and do not fill the width. */
const leastPlaces = 10;
const thickest = 16;

/** How long the last runs took: failures hollow, red and crossed. */
export function DurationPlot({ chart }: { chart: DurationChart }) {
  const said = useId();
  const count = chart.bars.length;
  const places = Math.max(leastPlaces, count);
  const end = count / places;
  const thick = Math.min(thickest, (0.72 * (across(1) - across(0))) / places);
  return (
    <section class="chart">
      <h2>{chart.title}</h2>
      <svg class="plot" viewBox={`0 0 ${width} ${ground + 24}`} role="img" aria-labelledby={said}>
        <Grid grid={chart.grid} ground={ground} />
        {chart.bars.map((bar, index) => (
          <Bar key={index} bar={bar} x={across((index + 0.5) / places)} thick={thick} />
        ))}
        <Below x={0} ground={ground}>
          {chart.from}
        </Below>
        {end < 0.5 ? null : (
          <Below x={end} ground={ground}>
            {chart.to}
          </Below>
        )}
      </svg>
      <p class="t-small soft num" id={said}>
        {chart.said}
      </p>
    </section>
  );
}

type BarParts = { bar: DurationChart['bars'][number]; x: number; thick: number };

function Bar({ bar: { kind, height }, x, thick }: BarParts) {
  const top = up(height ?? 0, ground);
  const hollow = kind !== 'good' || height === null;
  const inset = hollow ? 0.75 : 0;
  return (
    <>
      {height === null ? (
        <circle class={kind} cx={x} cy={ground - 5} r="2" />
      ) : (
        <rect
          class={kind}
          x={x - thick / 2 + inset}
          y={Math.min(top, ground - 2)}
          width={thick - 2 * inset}
          height={Math.max(ground - top, 2)}
          rx={hollow ? 0 : 1}
        />
      )}
      {kind === 'bad' ? <path class="cross" d={`M${x - 3} ${top - 9}l6 6m0-6l-6 6`} /> : null}
    </>
  );
}
