/** The mark: two jaws squeezing a yellow line. */
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M4 3h24l-8.4 10.4h-7.2zM4 29h24l-8.4-10.4h-7.2z" fill="currentColor" />
      <path d="M0 16h32" stroke="var(--act)" stroke-width="3" />
    </svg>
  );
}
