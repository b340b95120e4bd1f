/** The application's icon: the keep, and the ring around it. */
export function AppIcon() {
  return (
    <svg class="app-icon" viewBox="0 0 512 512" aria-hidden="true">
      <defs>
        <linearGradient id="tile" x2="0" y2="1">
          <stop offset="0" stop-color="#14585b" />
          <stop offset="1" stop-color="#082c30" />
        </linearGradient>
        <linearGradient id="arc" x2="0" y2="1">
          <stop offset="0" stop-color="#a6efe6" />
          <stop offset="1" stop-color="#4cc3bd" />
        </linearGradient>
      </defs>
      <rect x="24" y="24" width="464" height="464" rx="108" fill="url(#tile)" />
      <g fill="none" stroke="#fff">
        <rect x="25.5" y="25.5" width="461" height="461" rx="106.5" stroke-opacity=".1" stroke-width="3" />
        <circle cx="256" cy="256" r="158" stroke-opacity=".16" stroke-width="14" />
        <path
          d="M256 98A158 158 0 1 1 105.733 207.175"
          stroke="url(#arc)"
          stroke-width="42"
          stroke-linecap="round"
        />
      </g>
      <path
        fill="#f3fbfa"
        d="M192 178h30v24h19v-24h30v24h19v-24h30v58a10 10 0 0 1-3.4 7.5L302 256l8 74a8 8 0 0 1-8 9H210a8 8 0 0 1-8-9l8-74-14.6-12.5A10 10 0 0 1 192 236z"
      />
      <path fill="#0c3f43" d="M256 254a19 19 0 0 1 11 34.5l5 29.5h-32l5-29.5A19 19 0 0 1 256 254z" />
    </svg>
  );
}
