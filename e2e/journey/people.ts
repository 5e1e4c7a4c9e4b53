import { Session } from './session.ts';

/** The platform under test. */
export const baseUrl = process.env['BEIAN_URL'] ?? 'http://localhost:8080';
const password = 'beian-demo';

/** A seeded person at the API. */
export const personal = (username: string) => Session.of(baseUrl, username, password, 'personal');
export const legal = (username: string) => Session.of(baseUrl, username, password, 'legal');
export const staff = (username: string) => Session.of(baseUrl, username, password, 'staff');
