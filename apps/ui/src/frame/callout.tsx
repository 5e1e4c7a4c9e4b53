import type { ReactNode } from 'react';

/** A box that says something of weight: what happened, what to do, and a way to do it. The words carry the tone, the colour repeats it. */
export function Callout(props: {
  tone: 'error' | 'warning';
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  role?: 'alert';
}) {
  const { tone, title, children, action, role } = props;
  return (
    <div className={`callout callout-${tone}`} role={role}>
      <div className="callout-words">
        <strong>{title}</strong>
        {children}
      </div>
      {action}
    </div>
  );
}
