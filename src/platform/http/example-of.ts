/** What of a JSON schema an example is made from. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  example?: unknown;
  default?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  minimum?: number;
}

/** Stands where a text has no example, which only its author can give; the check of the document looks for it. */
export const MISSING_EXAMPLE = '…';

export const SCHEMA_REF = '#/components/schemas/';

/**
 * An example that keeps to the schema, made from the examples of its parts; a part without one gets its default, its
 * first choice or its least value.
 */
export function exampleOf(schema: Schema, schemas: Record<string, Schema>): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const [inner] = [schema.$ref ? schemas[schema.$ref.slice(SCHEMA_REF.length)] : [], schema.allOf ?? [], schema.anyOf ?? []].flat();
  return inner ? exampleOf(inner, schemas) : ofType(schema, schemas);
}

function ofType({ type, items, properties = {}, minimum }: Schema, schemas: Record<string, Schema>): unknown {
  const types = [type].flat();
  if (types.includes('null')) return null;
  switch (types[0]) {
    case 'object':
      return Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, exampleOf(inner, schemas)]));
    case 'array':
      return items ? [exampleOf(items, schemas)] : [];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return minimum ?? 0;
    default:
      return MISSING_EXAMPLE;
  }
}
