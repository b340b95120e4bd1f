import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Labels } from '../../contract/labels.ts';

/** The fixed words came with the first snapshot; a component that needs one asks for it here. */
export const LabelsContext = createContext<Labels | null>(null);

export function useLabels(): Labels {
  const labels = useContext(LabelsContext);
  if (labels === null) throw new Error('labels are missing');
  return labels;
}
