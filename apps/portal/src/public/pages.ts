import { lazy, type ComponentType } from 'react';

/** A page's part of the address, where it has one: the filing number or the notice's id. */
export type PageProps = { part: string };
type Loaded = { default: ComponentType<PageProps> };

const page = (address: RegExp, load: () => Promise<Loaded>) => ({ address, load, Page: lazy(load) });

/**
 * The pages that everybody may read, by address. Each visit is a document of its own and the browser goes from one to the next, so that no
 * router has to be loaded.
 */
const pages = [
  page(/^\/public\/?$/, async () => ({ default: (await import('./public-query-page.tsx')).PublicQueryPage })),
  page(/^\/public\/verify$/, async () => ({ default: (await import('./verify-page.tsx')).VerifyPage })),
  page(/^\/public\/verify\/(SL[\d-]+)$/, async () => ({
    default: (await import('./verify-receipt-page.tsx')).VerifyReceiptPage,
  })),
  page(/^\/public\/verify\/([^/]+)$/, async () => ({ default: (await import('./verify-page.tsx')).VerifyPage })),
  page(/^\/public\/faq$/, async () => ({ default: (await import('./faq-page.tsx')).FaqPage })),
  page(/^\/public\/notices$/, async () => ({ default: (await import('./notices-page.tsx')).NoticesPage })),
  page(/^\/public\/notices\/([^/]+)$/, async () => ({ default: (await import('./notice-page.tsx')).NoticePage })),
  page(/^\/public\/downloads$/, async () => ({ default: (await import('./downloads-page.tsx')).DownloadsPage })),
  page(/^\/public\/tip-off$/, async () => ({ default: (await import('./tip-off-page.tsx')).TipOffPage })),
  page(/^\/public\/appeal$/, async () => ({ default: (await import('./public-appeal-page.tsx')).PublicAppealPage })),
  page(/^\/public\/appeal\/tracking$/, async () => ({
    default: (await import('./appeal-tracking-page.tsx')).AppealTrackingPage,
  })),
];

/** The page of an address; undefined where there is none. */
export function pageAt(path: string) {
  for (const { address, load, Page } of pages) {
    const found = address.exec(path);
    if (found) return { load, Page, part: decodeURIComponent(found[1] ?? '') };
  }
  return undefined;
}
