/** The mark of Gantry: a gantry over its load. */
export function Logo({ size = 16 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M1 3h14M3.5 3v11M12.5 3v11M8 3v4" fill="none" stroke="var(--ink)" strokeWidth="1.6" />
      <path d="M5.5 7h5v4h-5z" fill="var(--accent)" />
    </svg>
  );
}
