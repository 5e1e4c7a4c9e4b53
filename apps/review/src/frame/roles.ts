import type { Me } from '@beian/contracts/accounts.ts';

/** Leads the organ's reviewers: assigns, shares views, keeps the organ's texts. */
export const mayLead = (person: Me | null | undefined): boolean =>
  person?.roles.some((role) => role === 'senior_reviewer' || role === 'supervisor') ?? false;

/** Decides reviews. */
export const mayDecide = (person: Me | null | undefined): boolean =>
  person?.roles.some((role) => role === 'reviewer' || role === 'senior_reviewer') ?? false;
