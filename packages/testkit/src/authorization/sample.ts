import { newId } from '@beian/service-kit/ids.ts';

/** What is read of a JSON schema of the OpenAPI document. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  example?: unknown;
  format?: string;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
};

/**
 * The least that a schema asks for: required properties alone, the first way of each union. `known` says values by the name of the
 * property, for what has a meaning that no schema tells.
 */
export function sampleOf(schema: Schema, schemas: Record<string, Schema>, known: Record<string, unknown>): unknown {
  const { $ref, enum: choices, example, oneOf, anyOf, properties = {}, required = [] } = schema;
  const [union] = oneOf ?? anyOf ?? [];
  if (union) return sampleOf(union, schemas, known);
  if ($ref) return sampleOf(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, schemas, known);
  if (choices) return choices[0];
  if (example !== undefined) return example;
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        required.map((name) => [name, known[name] ?? sampleOf(properties[name] ?? {}, schemas, known)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, schemas, known));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return schema.format === 'uuid' ? newId() : '示例';
  }
}
