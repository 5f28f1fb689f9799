/** The ring of the time left. */
const ROUND = 2 * Math.PI * 15;

export function Ring({ share, size = 38 }: { share: number; size?: number }) {
  return (
    <svg class="ring" width={size} height={size} viewBox="0 0 36 36" aria-hidden="true">
      <circle cx="18" cy="18" r="15" class="ring-rest" />
      <circle
        cx="18"
        cy="18"
        r="15"
        class="ring-value"
        stroke-dasharray={`${ROUND * share} ${ROUND}`}
        transform="rotate(-90 18 18)"
      />
    </svg>
  );
}
