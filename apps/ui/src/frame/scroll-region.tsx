import type { ReactNode } from 'react';

/** A table wider than its place: scrolled by mouse, finger or, once it has the focus, the arrow keys. */
export const ScrollRegion = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="scroll-region" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
