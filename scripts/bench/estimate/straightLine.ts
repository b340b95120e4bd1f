/**
 * What anybody could draw without knowing anything else of the portal: a straight line from the beginning through where
 * it stands to 100 %. Milliseconds; null at 0 %, where there is nothing to draw through.
 */
export function straightLine(percent: number, after: number): number | null {
  return percent === 0 ? null : (after * (100 - percent)) / percent;
}
