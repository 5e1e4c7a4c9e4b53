import type { ButtonHTMLAttributes, MouseEvent } from 'react';
import './controls.css';

/**
 * A button of the platform's own style sheet, for pages that load no component library. While `busy` it keeps its place, its words and the
 * focus, says that it works and takes no press.
 */
export function Button(
  props: ButtonHTMLAttributes<HTMLButtonElement> & { primary?: boolean; size?: 'small' | 'large'; busy?: boolean },
) {
  const { primary = false, size, busy = false, className = '', type = 'button', onClick, ...rest } = props;
  const look = ['button', primary && 'button-primary', size && `button-${size}`, className].filter(Boolean).join(' ');
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // Also what the Enter key in a field sends: the form is not sent twice.
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return <button {...rest} type={type} className={look} aria-busy={busy || undefined} onClick={press} />;
}
