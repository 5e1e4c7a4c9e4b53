import { portal } from './texts.ts';

/** What a filer does here, in the manual's words and order (M025–M032). */
export const businesses = [
  ['/', portal.home],
  ['/registration', portal.register],
  ['/change', portal.change],
  ['/cancellation', portal.cancel],
  ['/transfer', portal.transfer],
  ['/transfers/incoming', portal.incomingTransfers],
  ['/appeals/new', portal.appeal],
  ['/applications', portal.applications],
  ['/filings', portal.filings],
  ['/delegations', portal.delegations],
  ['/drafts', portal.drafts],
  ['/access-log', portal.accessLog],
] as const;
/** Without an account there is the sign-in page. */
export const forGuests = [['/', portal.home]] as const;
/** What anybody may read. These pages are documents of their own, so the links to them are plain ones. */
export const publicPages = [
  ['/public', portal.publicQuery],
  ['/public/faq', portal.faq],
  ['/public/notices', portal.notices],
  ['/public/downloads', portal.downloads],
] as const;
// Others lie below these, with links of their own.
const exact = new Set<string>(['/', '/public']);

/** Whether the link `to` leads to the page at `path`, or to the list that it lies in. */
export const isCurrent = (to: string, path: string): boolean =>
  to === path || (!exact.has(to) && path.startsWith(`${to.replace(/\/new$/, '')}/`));
