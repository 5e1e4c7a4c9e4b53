import { z } from 'zod';
import { CalendarDate } from './common.ts';

/** The articles that the pre-check cites, and what it may find, in the order in which it is shown. Their words: regulation.ts and precheck-texts.ts. */
export const articleNumbers = [7, 8, 9, 10, 13, 14, 17] as const;
export type ArticleNumber = (typeof articleNumbers)[number];
export const precheckCodes = [
  'place.forbidden',
  'retention.short',
  'retention.devices-short',
  'first-use.late',
  'first-use.transition-late',
  'sign.missing',
  'place.may-be-private',
  'place.beside-private',
  'place.secret-neighbour',
  'place.roads',
  'place.small-vehicle',
  'place.outside-article-7',
  'first-use.not-stated',
  'first-use.devices-late',
  'first-use.devices-earlier',
  'retention.devices-differ',
  'snapshot.devices-differ',
  'retention.long',
] as const;
export type PrecheckCode = (typeof precheckCodes)[number];

/** Serial numbers that a finding lists; `total` counts all. */
export const maxListedDevices = 20;

/** Devices by the first column of their table: the first 20, and how many there are. */
export const DeviceGroup = z
  .object({ total: z.int(), serials: z.array(z.int()), words: z.array(z.string()) })
  .meta({ id: 'DeviceGroup', description: '同类设备' });
export type DeviceGroup = z.infer<typeof DeviceGroup>;

/** What the pre-check needs to know of a device table (N4): counts, numbers and matched words, no text of the table. */
export const DeviceFacts = z
  .object({
    total: z.int(),
    snapshots: z.int(),
    /** Absent for a table without devices. */
    earliestEnabledOn: CalendarDate.optional(),
    shortestRetention: z.int().optional(),
    /** Below 30 days. */
    shortRetention: DeviceGroup,
    unsigned: DeviceGroup,
    /** Places of art. 8 ¶1 (1)–(3), of (4), and beside such places. */
    forbidden: DeviceGroup,
    mayBePrivate: DeviceGroup,
    beside: DeviceGroup,
    secretNeighbours: DeviceGroup,
    /** In places of art. 7 ¶1. */
    roads: DeviceGroup,
    smallVehicles: DeviceGroup,
  })
  .meta({ id: 'DeviceFacts', description: '设备概况' });
export type DeviceFacts = z.infer<typeof DeviceFacts>;

/** One finding of the pre-check against the regulation (条例预检, N4). It refuses nothing. Its words: precheck-texts.ts, by the code. */
export const PrecheckFinding = z
  .object({
    code: z.enum(precheckCodes),
    article: z.literal(articleNumbers),
    severity: z.enum(['warning', 'notice']),
    /** JSON pointers into the submission: what to look at, and to mend if it is wrong. */
    fields: z.array(z.string()),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    devices: DeviceGroup.optional(),
  })
  .meta({ id: 'PrecheckFinding', description: '条例预检结果' });
export type PrecheckFinding = z.infer<typeof PrecheckFinding>;
