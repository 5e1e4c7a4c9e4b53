import { choicesOf } from '@beian/contracts/dictionary.rules.ts';
import type { PlaceItem } from '@beian/contracts/vocabulary.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import { documentFault } from '../applications/document-fault.rules.ts';
import type { Deps } from '../deps.ts';
import { readDictionaries } from '../dictionaries/read-dictionaries.ts';
import type { Fixes } from './device-fixes.rules.ts';
import type { PlaceName } from './device-row.rules.ts';
import { unreadableReasons, type DeviceTable } from './device-table.rules.ts';
import {
  fixDeviceTable,
  parseDeviceTable,
  ParserBusy,
  type FixedTable,
  type Unreadable,
} from './parse-device-table.ts';

type Needs = Pick<Deps, 'documents' | 'clock' | 'orm' | 'ownToken'>;

/** One's own uploaded device table by its id. Throws `request.invalid` at `documentId`. */
export async function storedTable(deps: Needs, documentId: string, token: string): Promise<StoredDocument> {
  const [document] = await deps.documents.find([documentId], token);
  const fault = documentFault(document, 'device_table');
  if (!document || fault) throw fieldProblem(['documentId'], fault ?? 'attachment.unknown');
  return document;
}

/** What is being read at this moment, by the document's id. */
const underWay = new Map<string, Promise<DeviceTable>>();

/**
 * Fetches and parses an uploaded device table whose id the filer may use. Throws `device-table.unreadable` with the reason, or
 * `device-table.busy`. Read with this service's own token: a table that waits for its malware scan is opened for nobody, and checked all the same.
 *
 * Who asks for the same table meanwhile has the same answer: a request that is sent again and again takes one of the two workers, not both.
 */
export function readStoredTable(deps: Needs, document: StoredDocument): Promise<DeviceTable> {
  const known = underWay.get(document.id);
  if (known) return known;
  const reading = fetchAndParse(deps, document).finally(() => underWay.delete(document.id));
  underWay.set(document.id, reading);
  return reading;
}

async function fetchAndParse(deps: Needs, document: StoredDocument): Promise<DeviceTable> {
  const bytes = await deps.documents.content(document.id, await deps.ownToken());
  const { today, places } = await placesToday(deps);
  return (await readable(parseDeviceTable(bytes, document.mediaType, today, places))).table;
}

/** A table written anew with fixes applied; throws the same. */
export async function fixStoredTable(deps: Needs, document: StoredDocument, fixes: Fixes): Promise<FixedTable> {
  const bytes = await deps.documents.content(document.id, await deps.ownToken());
  return readable(fixDeviceTable({ bytes, mediaType: document.mediaType, ...(await placesToday(deps)), fixes }));
}

/** What the dictionary calls the places of a sheet today. */
async function placesToday(deps: Needs): Promise<{ today: string; places: PlaceName[] }> {
  const all = await readDictionaries(deps, 'place_category');
  const places = choicesOf(all, 'place_category').map(({ code, label, rule }) => ({
    ...label,
    code,
    item: rule as PlaceItem,
  }));
  return { today: all.day, places };
}

async function readable<T extends object>(work: Promise<T | Unreadable>): Promise<T> {
  const answer = await work.catch((cause: unknown) => {
    throw cause instanceof ParserBusy ? problem('device-table.busy', { cause }) : cause;
  });
  if ('reason' in answer)
    throw problem('device-table.unreadable', { params: { reason: unreadableReasons[answer.reason] } });
  return answer;
}
