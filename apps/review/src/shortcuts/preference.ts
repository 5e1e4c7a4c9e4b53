const key = 'beian.shortcuts';

/** Whether single keys do something in this browser; they do until someone turns them off. */
export const shortcutsOn = (): boolean => localStorage.getItem(key) !== 'off';
export const setShortcuts = (on: boolean): void => localStorage.setItem(key, on ? 'on' : 'off');
