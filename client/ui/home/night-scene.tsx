/** The picture behind the headline: flows squeezed by jaws, as on the map. Decoration only. */
export function NightScene() {
  return (
    <svg class="night-scene" viewBox="0 0 660 900" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <defs>
        <pattern id="scene-hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v9" stroke="#B8460E" stroke-width="2.4" opacity=".55" />
        </pattern>
        <pattern id="scene-jaw" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(-35)">
          <rect width="9" height="9" fill="#15212A" />
          <path d="M0 0v9" stroke="#FBF7EE" stroke-width="8" />
        </pattern>
      </defs>
      <path class="scene-grid" d="M40 0v900M220 0v900M400 0v900M580 0v900M0 230h660M0 410h660M0 590h660M0 770h660" />
      <path
        class="scene-land"
        d="M-10 360l90 40 60 90-20 110 60 70-60 90-90 40-60 120h-20zM560 250l120-60v300l-70 60-50-120zM420 690l60 20 40 60-60 50-50-60z"
      />
      <path
        d="M70 520l60-40 70 10 50-70 110-30 90 20 60 60-30 40-10 80-60 80 20 50-80 60-70-10-50-60-60 10-70-60z"
        fill="url(#scene-hatch)"
        stroke="#5a3a26"
      />
      <path class="scene-flow" d="M208 628c10 90 60 130 122 100 60-28 40-120 180-170 90-30 120-50 170-60" stroke-width="26" />
      <path class="scene-flow" d="M300 900c10-90 60-150 70-236" stroke-width="20" />
      <path class="scene-arrows" d="M208 628c10 90 60 130 122 100 60-28 40-120 180-170 90-30 120-50 170-60" />
      <path d="M282 520l92 72" stroke="#FF9A5C" stroke-width="9" />
      <path d="M404 520c50 30 50 80 22 118" class="scene-ticks" />
      <g transform="translate(280 724) rotate(-8)">
        <path d="M-14-34h28l-7 24h-14zM-14 34h28l-7-24h-14z" fill="url(#scene-jaw)" stroke="#0E1D25" stroke-width="3" />
      </g>
      <g stroke="#0E1D25" stroke-width="3">
        <rect x="194" y="612" width="28" height="28" rx="4" fill="#FF9A5C" />
        <rect x="318" y="574" width="28" height="28" rx="4" fill="#FF9A5C" />
        <rect x="382" y="570" width="24" height="24" rx="4" fill="#FF9A5C" />
        <rect x="262" y="654" width="26" height="26" rx="4" fill="#FF9A5C" />
        <path d="M370 646l16 9v18l-16 9-16-9v-18z" fill="#A9B6BC" />
      </g>
    </svg>
  );
}
