import type { FieldDiff } from '@beian/contracts/field-diff.ts';
import { appealDiff } from '../appeals/appeal-correction.rules.ts';
import { appealOf } from '../appeals/appeal-version.ts';
import type { ApplicationVersion } from '../applications/application.entity.ts';
import { filedContent, joinContent, maskPersonal } from '../applications/content.rules.ts';
import { personalOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { contentDiff } from './content-diff.rules.ts';

/** Unit and system of a version, in full and as staff reads them. */
export const sideOf = (deps: Pick<Deps, 'sealer'>, version: ApplicationVersion) => {
  const personal = personalOf(deps, version);
  const content = filedContent(version);
  return { full: joinContent(content, personal), masked: joinContent(content, maskPersonal(personal)) };
};

/** What a version says otherwise than one before it, of whatever business; people masked. */
export function versionDiff(
  deps: Pick<Deps, 'sealer'>,
  [before, after]: readonly [ApplicationVersion, ApplicationVersion],
  nameOf: (documentId: string) => string,
): FieldDiff[] {
  const [was, is] = [appealOf(deps, before), appealOf(deps, after)];
  if (was && is) return appealDiff(was, is, nameOf);
  return contentDiff(sideOf(deps, before), sideOf(deps, after), nameOf);
}
