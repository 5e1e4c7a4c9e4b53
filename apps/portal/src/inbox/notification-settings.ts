/** Where the settings are, and under which key answers are kept. */
export const settingsPath = '/api/notification-settings';
export const settingsKey = ['notification-settings'] as const;
