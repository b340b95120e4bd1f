// Tray frames: one family, fitted to a pixel grid per size. Numbers are pixels of that grid: `centre`, outer `radius`,
// stroke widths measured inward from it. Doubled for dense screens.

/** A tray state that has a frame; `running` has one for each step of 5 %. */
export type TrayState =
  | 'idle'
  | 'running'
  | 'uploading'
  | 'finished'
  | 'failed'
  | 'attention'
  | 'offline'
  | 'paused';

export type Grid = 16 | 22 | 24;

type Measures = {
  centre: number;
  radius: number;
  /** The thin ring and the track beneath an arc are 2 px; the arc is thicker, so that thick against thin is read first. */
  arc: number;
  dot: number;
  /** Width, height, and half the gap of the two bars. */
  bars: readonly [number, number, number];
  /** Half the head's width, the head's height, the shaft's width, the whole height. */
  arrow: readonly [number, number, number, number];
  /** The gap on each side of the slash. */
  gap: number;
  /** Origin, width and corner of the square. */
  square: readonly [number, number, number];
  cross: number;
  crossStroke: number;
  /** Apex x and y, base inset, base y. */
  triangle: readonly [number, number, number, number];
  /** The sign's stroke, its bar's y and height, its dot's y and height. */
  exclamation: readonly [number, number, number, number, number];
  check: readonly [number, number, number, number, number, number];
  checkStroke: number;
};

const ring = 2;
const slash = 2;

const grids: Record<Grid, Measures> = {
  16: {
    centre: 8,
    radius: 7,
    arc: 4,
    dot: 2,
    bars: [2, 6, 1],
    arrow: [3, 3, 2, 6],
    gap: 1.5,
    square: [2, 12, 2.5],
    cross: 2.9,
    crossStroke: 2,
    triangle: [8, 1, 0.6, 14],
    exclamation: [2, 6, 4, 11, 2],
    check: [4.6, 8.3, 7, 10.6, 11.3, 5.9],
    checkStroke: 2,
  },
  22: {
    centre: 11,
    radius: 9,
    arc: 5,
    dot: 3,
    bars: [3, 8, 1],
    arrow: [4.5, 4.5, 3, 8],
    gap: 2,
    square: [3, 16, 3.5],
    cross: 3.8,
    crossStroke: 2.4,
    triangle: [11, 2, 1, 19],
    exclamation: [2, 8, 5, 14, 2],
    check: [6.6, 11.4, 9.8, 14.5, 15.4, 8],
    checkStroke: 2.6,
  },
  24: {
    centre: 12,
    radius: 10,
    arc: 6,
    dot: 3,
    bars: [3, 8, 1],
    arrow: [5, 5, 3, 10],
    gap: 2,
    square: [3, 18, 4],
    cross: 4.2,
    crossStroke: 2.6,
    triangle: [12, 2, 0.5, 21],
    exclamation: [2, 9, 6, 16, 2],
    check: [7.2, 12.4, 10.6, 15.8, 16.8, 8.7],
    checkStroke: 2.8,
  },
};

/** One paint for the shape, one for the track beneath an arc. */
export type Paint = { shape: string; track: string; trackOpacity: number };

const grey = '#b4bfbd';
const teal = '#5cc8c3';

/**
 * Light, with a black outline: each is at least 9:1 from black, so that on any panel one of the two is at least 3:1 from
 * it, whatever its colour.
 */
const colours: Record<TrayState, string> = {
  idle: grey,
  running: teal,
  uploading: teal,
  finished: teal,
  failed: '#ff9189',
  attention: '#f2b450',
  offline: grey,
  paused: grey,
};

/** A paint with a line around everything, where it has a colour. */
export type OutlinedPaint = Paint & { outline: string | null };

/** The colour set, for Linux and Windows. */
export function colourPaint(state: TrayState): OutlinedPaint {
  return { shape: colours[state], track: grey, trackOpacity: 1, outline: '#000' };
}

/** The template set, for macOS: black and alpha only; the system paints it. */
export const templatePaint: OutlinedPaint = {
  shape: '#000',
  track: '#000',
  trackOpacity: 0.45,
  outline: null,
};

/** The drawing of one frame as an SVG document. `percent` counts for `running` only. */
export function drawFrame(state: TrayState, grid: Grid, paint: Paint, percent = 0): string {
  const inner = shapeOf(state, grids[grid], paint, percent);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${grid}" height="${grid}" viewBox="0 0 ${grid} ${grid}">${inner}</svg>`;
}

function shapeOf(state: TrayState, measures: Measures, paint: Paint, percent: number): string {
  const { centre: c, radius } = measures;
  const thinRing = circle(c, radius - ring / 2, paint.shape);
  switch (state) {
    case 'idle':
      return `${thinRing}<circle cx="${c}" cy="${c}" r="${measures.dot}" fill="${paint.shape}"/>`;
    case 'running':
      return running(measures, paint, Math.max(percent, 4));
    case 'uploading':
      return uploading(measures, paint);
    case 'paused':
      return thinRing + bars(measures, paint);
    case 'offline': {
      const access = radius * 0.8;
      const line = `M${n(c - access)} ${n(c + access)}L${n(c + access)} ${n(c - access)}`;
      const hole = `<path d="${line}" stroke="#000" stroke-width="${slash + 2 * measures.gap}"/>`;
      const stroke = `<path d="${line}" stroke="${paint.shape}" stroke-width="${slash}" stroke-linecap="round" fill="none"/>`;
      return pierced(measures, hole, thinRing) + stroke;
    }
    case 'finished': {
      const [x1, y1, x2, y2, x3, y3] = measures.check;
      const sign = `<path d="M${x1} ${y1}L${x2} ${y2}L${x3} ${y3}" fill="none" stroke="#000" stroke-width="${measures.checkStroke}"/>`;
      return pierced(measures, sign, `<circle cx="${c}" cy="${c}" r="${radius}" fill="${paint.shape}"/>`);
    }
    case 'failed':
      return failed(measures, paint);
    case 'attention':
      return attention(measures, paint);
    default:
      return state satisfies never;
  }
}

function running({ centre: c, radius, arc }: Measures, paint: Paint, percent: number): string {
  const track = `<circle cx="${c}" cy="${c}" r="${n(radius - ring / 2)}" fill="none" stroke="${paint.track}" stroke-opacity="${paint.trackOpacity}" stroke-width="${ring}"/>`;
  return `${track}<path d="${arcPath(c, radius - arc / 2, percent)}" fill="none" stroke="${paint.shape}" stroke-width="${arc}"/>`;
}

function uploading({ centre: c, radius, arrow }: Measures, paint: Paint): string {
  const [half, head, shaft, height] = arrow;
  const top = n(c - height / 2);
  const neck = n(top + head);
  const outline = `M${c} ${top}L${n(c + half)} ${neck}H${n(c + shaft / 2)}V${n(top + height)}H${n(c - shaft / 2)}V${neck}H${n(c - half)}Z`;
  const open = `<path d="${arcPath(c, radius - ring / 2, 90)}" fill="none" stroke="${paint.shape}" stroke-width="${ring}"/>`;
  return `${open}<path d="${outline}" fill="${paint.shape}"/>`;
}

function bars({ centre: c, bars: [width, height, gap] }: Measures, paint: Paint): string {
  const bar = (x: number): string => `M${n(x)} ${n(c - height / 2)}h${width}v${height}h-${width}z`;
  return `<path d="${bar(c - gap - width)}${bar(c + gap)}" fill="${paint.shape}"/>`;
}

function failed(
  { centre: c, square: [origin, width, corner], cross, crossStroke, ...rest }: Measures,
  paint: Paint,
): string {
  const [near, far] = [n(c - cross), n(c + cross)];
  const sign = `<path d="M${near} ${near}L${far} ${far}M${far} ${near}L${near} ${far}" stroke="#000" stroke-width="${crossStroke}"/>`;
  const solid = `<rect x="${origin}" y="${origin}" width="${width}" height="${width}" rx="${corner}" fill="${paint.shape}"/>`;
  return pierced({ ...rest, centre: c }, sign, solid);
}

function attention({ triangle, exclamation, ...rest }: Measures, paint: Paint): string {
  const { centre: c } = rest;
  const [apexX, apexY, inset, baseY] = triangle;
  const [stroke, barY, barHeight, dotY, dotHeight] = exclamation;
  const rounding = c < 10 ? 1.6 : 2.2;
  const left = n(c - stroke / 2);
  const sign = `<path fill="#000" d="M${left} ${barY}h${stroke}v${barHeight}h-${stroke}zM${left} ${dotY}h${stroke}v${dotHeight}h-${stroke}z"/>`;
  const outline = `M${apexX} ${n(apexY + rounding / 2)}L${n(2 * c - inset - rounding / 2)} ${n(baseY - rounding / 2)}H${n(inset + rounding / 2)}Z`;
  const solid = `<path d="${outline}" fill="${paint.shape}" stroke="${paint.shape}" stroke-width="${rounding}" stroke-linejoin="round"/>`;
  return pierced(rest, sign, solid);
}

/** Signs inside solid shapes are holes: where there is an outline, it fills them. */
function pierced({ centre }: Pick<Measures, 'centre'>, hole: string, solid: string): string {
  const side = 2 * centre;
  const mask = `<mask id="hole" maskUnits="userSpaceOnUse" x="0" y="0" width="${side}" height="${side}"><path fill="#fff" d="M0 0h${side}v${side}H0z"/>${hole}</mask>`;
  return `${mask}<g mask="url(#hole)">${solid}</g>`;
}

function circle(centre: number, radius: number, colour: string): string {
  return `<circle cx="${centre}" cy="${centre}" r="${n(radius)}" fill="none" stroke="${colour}" stroke-width="${ring}"/>`;
}

function arcPath(centre: number, radius: number, percent: number): string {
  const angle = (percent / 100) * 2 * Math.PI - Math.PI / 2;
  const end = `${n(centre + radius * Math.cos(angle))} ${n(centre + radius * Math.sin(angle))}`;
  return `M${centre} ${n(centre - radius)}A${n(radius)} ${n(radius)} 0 ${percent > 50 ? 1 : 0} 1 ${end}`;
}

function n(value: number): number {
  return Number(value.toFixed(3));
}
