import { z } from 'zod';
import { ApiCredential } from './api-credentials.ts';
import {
  CalendarDate,
  CountyCode,
  EntryCode,
  FilingNumber,
  line,
  listOf,
  OrganRef,
  PageQuery,
  Uscc,
} from './common.ts';
import { apiCredentialLimits, filingStatuses, placeItems, wholeCountry } from './vocabulary.ts';

/** What a department may ask about: a province, city or county by its code of 2, 4 or 6 digits, or `wholeCountry`. */
export const SharingArea = z
  .string()
  .regex(/^(\d{2}|\d{4}|\d{6})$/, { error: 'division.format' })
  .meta({ description: `行政区划代码（省、市、区县），全国为 ${wholeCountry}`, example: '4403' });

/** POST /api/sharing/credentials: by which another department signs in (regulation, art. 14 ¶3). */
export const MakeSharingCredential = z
  .strictObject({
    /** Of the department, not of a person. */
    department: line(100).meta({ description: '部门名称' }),
    purpose: line(200).meta({ description: '共享依据或者用途' }),
    area: SharingArea,
    validDays: z
      .int()
      .min(1)
      .max(apiCredentialLimits.days)
      .default(apiCredentialLimits.usualDays)
      .meta({ description: '有效天数' }),
  })
  .meta({ id: 'MakeSharingCredential', description: '新增共享凭证' });
export type MakeSharingCredential = z.infer<typeof MakeSharingCredential>;

const { name: _, ...sameAsOfFilers } = ApiCredential.shape;
/** As operators read it; `id` is the `client_id` of POST /auth/token. */
export const SharingCredential = z
  .object({
    ...sameAsOfFilers,
    department: z.string(),
    purpose: z.string(),
    /** In words, too; none of the whole country. */
    area: z.object({ code: SharingArea, name: z.string().optional() }),
  })
  .meta({ id: 'SharingCredential', description: '共享凭证' });
export type SharingCredential = z.infer<typeof SharingCredential>;
export const SharingCredentialList = listOf(SharingCredential).meta({ id: 'SharingCredentialList' });
export type SharingCredentialList = z.infer<typeof SharingCredentialList>;

/** The answer to who makes one: with the secret, once. A request that is repeated under its Idempotency-Key is answered without it. */
export const MadeSharingCredential = z
  .object({
    ...SharingCredential.shape,
    secret: z.string().optional().meta({ description: '密钥，仅此一次' }),
  })
  .meta({ id: 'MadeSharingCredential', description: '新增的共享凭证' });
export type MadeSharingCredential = z.infer<typeof MadeSharingCredential>;

/** GET /api/sharing/filings: of one unit. */
export const SharingQuery = PageQuery.extend({ uscc: Uscc });
export type SharingQuery = z.infer<typeof SharingQuery>;

/** A filing as other departments read it: facts, no people, no address, no device. Days are Beijing's. */
export const SharedFiling = z
  .object({
    number: FilingNumber,
    /** What has been decided: a business that is under way does not show. */
    status: z.enum(filingStatuses),
    unit: z.object({ uscc: Uscc, name: z.string(), type: EntryCode }),
    systemName: z.string(),
    countyCode: CountyCode,
    organ: OrganRef,
    /** The items of art. 7 that its devices stand in. */
    places: z.array(z.enum(placeItems)),
    deviceCount: z.int(),
    filedOn: CalendarDate,
    /** Absent while it is as it was filed. */
    changedOn: CalendarDate.optional(),
    cancelledOn: CalendarDate.optional(),
  })
  .meta({ id: 'SharedFiling', description: '共享的备案信息' });
export type SharedFiling = z.infer<typeof SharedFiling>;
export const SharedFilingList = listOf(SharedFiling).meta({ id: 'SharedFilingList' });
export type SharedFilingList = z.infer<typeof SharedFilingList>;
