import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { shortcutsOn } from './preference.ts';

/**
 * Single keys while no field has the focus and no dialog is open (WCAG 2.1.4: they can be turned off, see the dialog of shortcuts).
 * The newest actions are called, whatever was drawn when the keys were bound.
 */
export function useShortcuts(actions: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  const keys = Object.keys(actions).join(' ');
  useEffect(() => {
    const run = (key: string) => (event: KeyboardEvent) => {
      const dialogs = [...document.querySelectorAll('[role="dialog"]')];
      if (!shortcutsOn() || dialogs.some((dialog) => dialog.checkVisibility())) return;
      event.preventDefault();
      newest.current[key]?.(event);
    };
    return tinykeys(window, Object.fromEntries(keys.split(' ').map((key) => [key, run(key)])));
  }, [keys]);
}
