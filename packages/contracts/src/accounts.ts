import { z } from 'zod';
import { CalendarDate, Id, listOf, Uscc } from './common.ts';
import { accountKinds, organKinds, organLevels, staffRoles } from './vocabulary.ts';

export const Organ = z
  .object({
    /** Organ code: the division code of its jurisdiction, padded to 6 digits, with a suffix where several share one. */
    code: z.string(),
    name: z.string(),
    level: z.enum(organLevels),
    kind: z.enum(organKinds),
    divisionCode: z.string(),
    superiorCode: z.string().nullable(),
    /** The day from which it receives nothing new, and who does so instead. */
    closedOn: CalendarDate.optional(),
    successorCode: z.string().optional(),
  })
  .meta({ id: 'Organ', description: '公安机关' });
export type Organ = z.infer<typeof Organ>;
export const OrganList = listOf(Organ).meta({ id: 'OrganList' });

/** GET /api/me. Names and numbers of people are masked here too. */
export const Me = z
  .object({
    accountId: Id,
    kind: z.enum(accountKinds),
    displayName: z.string(),
    /** Own credit code of a legal-person account. */
    uscc: Uscc.optional(),
    unitName: z.string().optional(),
    staffNo: z.string().optional(),
    roles: z.array(z.enum(staffRoles)),
    organ: Organ.optional(),
  })
  .meta({ id: 'Me', description: '当前用户' });
export type Me = z.infer<typeof Me>;

/** One administrative division: province (2 digits), city (4), county (6), street (9). */
export const Division = z
  .object({
    code: z.string(),
    name: z.string(),
    leaf: z.boolean(),
    /** A development zone that the statistics list beside the counties (fifth digit 7): no division of GB/T 2260. */
    zone: z.boolean().optional(),
  })
  .meta({ id: 'Division', description: '行政区划' });
export type Division = z.infer<typeof Division>;
export const DivisionList = listOf(Division).meta({ id: 'DivisionList' });
/** Divisions in words from the province down, by their codes; unknown ones are left out. */
export const DivisionNames = z.record(z.string(), z.string());

/** Which organ receives filings of an address (条例 art. 14: the county's), and the address in words. */
export const Jurisdiction = z
  .object({ organ: Organ, countyCode: z.string(), divisionName: z.string() })
  .meta({ id: 'Jurisdiction' });
export type Jurisdiction = z.infer<typeof Jurisdiction>;
