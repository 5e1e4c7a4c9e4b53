import type { Me } from '@beian/contracts/accounts.ts';
import type { StaffRole } from '@beian/contracts/vocabulary.ts';

type Person = Me | null | undefined;
const has = (person: Person, ...roles: StaffRole[]): boolean => roles.some((role) => person?.roles.includes(role));

/** Takes part in reviews. */
export const mayReview = (person: Person): boolean => has(person, 'reviewer', 'senior_reviewer', 'supervisor');

/** Leads the organ's reviewers: assigns, shares views, keeps the organ's texts. */
export const mayLead = (person: Person): boolean => has(person, 'senior_reviewer', 'supervisor');

/** Keeps the calendar. */
export const mayOperate = (person: Person): boolean => has(person, 'operator');
