/** The control icons: 16 × 16, a stroke of 1.5. */
const paths = {
  settings:
    'M2 4.5h7.5M13.5 4.5H14M2 11.5h.5M6.5 11.5H14M11.5 2.6a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8M4.5 9.6a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8',
  back: 'M10 3 5 8l5 5',
  add: 'M8 3v10M3 8h10',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  resume: 'M5 3.2v9.6L12.5 8z',
  history: 'M2.8 13V9.5M6.3 13V5.5M9.7 13V8M13.2 13V3',
  backUp: 'M8 10.5V2.8M4.8 6 8 2.8 11.2 6M2.8 10.5v2.7h10.4v-2.7',
  stop: 'M4 4h8v8H4z',
  save: 'M8 2.8v7.7M4.8 7.3 8 10.5l3.2-3.2M2.8 10.5v2.7h10.4v-2.7',
  check: 'M13.2 6.5A5.5 5.5 0 1 0 13.5 8.8M13.6 2.8v3.8H9.8',
  remove: 'M2.8 4.5h10.4M6.3 4.3V2.8h3.4v1.5M4.3 4.7l.6 8.5h6.2l.6-8.5M6.8 7.3v3.4M9.2 7.3v3.4',
  clock: 'M8 2.2a5.8 5.8 0 1 1 0 11.6 5.8 5.8 0 0 1 0-11.6M8 4.8V8l2.2 1.5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={name === 'back' ? 'icon turns' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} stroke-width={name === 'pause' ? 2 : undefined} />
    </svg>
  );
}
