const files = import.meta.glob<string>('../../../../tenants/*.yaml', { query: '?raw', import: 'default', eager: true });

/** The tenant files that the product ships, by their short names. */
export const TEMPLATES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(files).map(([path, text]) => [path.replace(/^.*\/|\.yaml$/g, ''), text]),
);
