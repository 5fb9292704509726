/** The product's mark: a page with a second hand on it. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-sea-8)" />
      <rect
        x="7"
        y="8.5"
        width="13"
        height="10"
        rx="2.4"
        fill="none"
        stroke="var(--mantine-color-sea-2)"
        strokeWidth="2"
      />
      <path
        d="M15.2 14.2l8.9 3.7-3.8 1.5-1.6 3.9z"
        fill="#fff"
        stroke="#fff"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
    </svg>
  );
}
