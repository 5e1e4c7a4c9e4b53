import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import {
  builtInVersion,
  templateNames,
  type Template,
  type TemplateName,
  type TemplateVersion,
} from '@beian/contracts/templates.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { builtInFile, builtInSince, sources } from './built-in.ts';
import { TemplateVersionEntity, templateKeyOf } from './template-version.entity.ts';
import { inForceOn, stateOf } from './versions.rules.ts';

/** A version wherever its bytes are. */
type Version = Pick<TemplateVersionEntity, 'id' | 'number' | 'effectiveFrom' | 'note' | 'size'> & { uploadedAt?: Date };
export type TemplateFile = { fileName: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> };

const builtIn = async (name: TemplateName): Promise<Version> => ({
  id: builtInVersion,
  number: 1,
  effectiveFrom: builtInSince,
  note: '',
  size: (await builtInFile(name)).byteLength,
});

/** What editors added and did not withdraw. */
const addedVersions = (deps: Deps, of: { name?: TemplateName } = {}): Promise<TemplateVersionEntity[]> =>
  deps.orm.em.fork().find(TemplateVersionEntity, { ...of, withdrawnAt: null });

const versionsOf = async (deps: Deps, name: TemplateName): Promise<Version[]> => [
  await builtIn(name),
  ...(await addedVersions(deps, { name })),
];

/** What the list of downloads shows: each template as it is in force today. */
export async function listTemplates(deps: Deps): Promise<Template[]> {
  const today = beijingDay(deps.clock.now());
  const added = await addedVersions(deps);
  return Promise.all(
    templateNames.map(async (name) => {
      const { title, fileName, mediaType } = sources[name];
      const first = await builtIn(name);
      const all = [first, ...added.filter((version) => version.name === name)];
      const { number, effectiveFrom, size } = inForceOn(all, today) ?? first;
      return { name, title, fileName, mediaType, version: String(number), effectiveFrom, size };
    }),
  );
}

/** A template's versions, past, present and to come, the newest first. */
export async function listVersions(deps: Deps, name: TemplateName): Promise<TemplateVersion[]> {
  const all = await versionsOf(deps, name);
  const today = beijingDay(deps.clock.now());
  return all
    .map((version) => presentVersion(version, stateOf(version, all, today)))
    .toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom) || Number(b.version) - Number(a.version));
}

/** A version as the API shows it. */
export const presentVersion = (version: Version, state: TemplateVersion['state']): TemplateVersion => ({
  id: version.id,
  version: String(version.number),
  effectiveFrom: version.effectiveFrom,
  size: version.size,
  state,
  note: version.note,
  ...(version.uploadedAt ? { uploadedAt: version.uploadedAt.toISOString() } : {}),
});

/** The file in force on a day (today when none is named); `not-found` before the first. */
export async function fileOn(deps: Deps, name: TemplateName, day = beijingDay(deps.clock.now())) {
  return fileOf(deps, name, inForceOn(await versionsOf(deps, name), day));
}

/** The file of one version; `not-found` when the template has no such version. */
export async function fileOfVersion(deps: Deps, name: TemplateName, id: string) {
  const all = await versionsOf(deps, name);
  return fileOf(
    deps,
    name,
    all.find((version) => version.id === id),
  );
}

async function fileOf(deps: Deps, name: TemplateName, version: Version | undefined): Promise<TemplateFile> {
  if (!version) throw problem('not-found');
  const { fileName, mediaType } = sources[name];
  const stored = version.id !== builtInVersion;
  return { fileName, mediaType, bytes: await (stored ? deps.store.get(templateKeyOf(version.id)) : builtInFile(name)) };
}
