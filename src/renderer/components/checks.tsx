import type { Check } from '../../contract/connectView.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { StatusGlyph } from './statusGlyph.tsx';

/** How far the connecting came, check by check; the shape is said in words for those who do not see it. */
export function Checks({ checks }: { checks: Check[] }) {
  const labels = useLabels();
  return (
    <ol class="checks" aria-label={labels.checks}>
      {checks.map((check, step) => (
        <li key={step} data-tone={check.tone}>
          <StatusGlyph glyph={check.glyph} />
          <span>
            <span class="visually-hidden">{check.prefix}</span>
            <bdi>{check.fact}</bdi>
            {check.detail === null ? null : <span class="soft">{check.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
