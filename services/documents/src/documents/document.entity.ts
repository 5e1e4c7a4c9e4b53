import { defineEntity, p } from '@mikro-orm/core';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { DocumentKind, DocumentScan } from '@beian/contracts/vocabulary.ts';

const DocumentSchema = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    id: p.uuid().primary(),
    /** Null where nobody has an account: staff reads it through filing, nobody else. */
    ownerAccountId: p.uuid().nullable(),
    kind: p.string().$type<DocumentKind>(),
    /** A file's name may hold a person's name. */
    sealedName: p.blob(),
    mediaType: p.string().$type<StoredDocument['mediaType']>(),
    size: p.integer(),
    sha256: p.string(),
    uploadedAt: p.datetime(),
    /** When a filing or application took it into use; until then the sweep may remove it. */
    keptAt: p.datetime().nullable(),
    /** When it was last looked at to be taken into use, as `askedEveryMs` tells: whoever looked may be about to. */
    askedAt: p.datetime().nullable(),
    scan: p.string().$type<DocumentScan>(),
    scannedAt: p.datetime().nullable(),
    /** When filing last said that a kept document is still needed. */
    retentionCheckedAt: p.datetime().nullable(),
  },
});

/** One uploaded file: the bytes are the object `documents/{id}` in MinIO and never change. */
export class Document extends DocumentSchema.class {}
DocumentSchema.setClass(Document);

/** How exact `asked_at` is: a write in half an hour at most. */
export const askedEveryMs = 30 * 60_000;
/** Nobody who looked at a document longer ago than this is still about to take it into use. */
export const settledMs = 2 * askedEveryMs;

/** Where the objects of documents are. */
export const objectPrefix = 'documents/';
/** Name of a document's object in the store. */
export const objectKeyOf = (documentId: string): string => `${objectPrefix}${documentId}`;
/** Where infected bytes are kept for operators: no route reads from here. */
export const quarantinePrefix = 'quarantine/';
export const quarantineKeyOf = (documentId: string): string => `${quarantinePrefix}${documentId}`;
