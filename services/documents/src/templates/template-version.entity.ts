import { defineEntity, p } from '@mikro-orm/core';
import type { TemplateName } from '@beian/contracts/templates.ts';

const TemplateVersionSchema = defineEntity({
  name: 'TemplateVersion',
  tableName: 'template_version',
  properties: {
    id: p.uuid().primary(),
    name: p.string().$type<TemplateName>(),
    /** The one that comes with the platform is 1. */
    number: p.integer(),
    effectiveFrom: p.date(),
    note: p.string(),
    size: p.integer(),
    sha256: p.string(),
    uploadedBy: p.uuid(),
    uploadedAt: p.datetime(),
    /** Taken back before it came into force; nobody sees it any more, its number is not used again. */
    withdrawnAt: p.datetime().nullable(),
  },
});

/** A version that an editor added: the bytes are the object `templates/{id}` in MinIO and never change. */
export class TemplateVersionEntity extends TemplateVersionSchema.class {}
TemplateVersionSchema.setClass(TemplateVersionEntity);

/** Where the objects of versions are. */
export const templatePrefix = 'templates/';
/** Name of a version's object in the store. */
export const templateKeyOf = (versionId: string): string => `${templatePrefix}${versionId}`;
