/** The name mark: an envelope made of the two voices. */
export const Mark = () => (
  <svg width="24" height="18" viewBox="0 0 24 18" className="h-[1.125rem] w-6" aria-hidden="true" fill="none">
    <g strokeWidth="2.1" strokeLinecap="round" strokeLinejoin="round">
      <path d="M1.5 3.2 12 11l10.5-7.8" stroke="var(--color-client)" />
      <path d="M1.5 14.8 8 10M22.5 14.8 16 10" stroke="var(--color-server)" />
    </g>
  </svg>
);
