/** The path of an arc from 12 o'clock, clockwise. */
export function arcPath(centre: number, radius: number, percent: number): string {
  const angle = (percent / 100) * 2 * Math.PI - Math.PI / 2;
  const x = round(centre + radius * Math.cos(angle));
  const y = round(centre + radius * Math.sin(angle));
  return `M${centre} ${round(centre - radius)}A${radius} ${radius} 0 ${percent > 50 ? 1 : 0} 1 ${x} ${y}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
