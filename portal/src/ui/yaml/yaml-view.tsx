import { YamlLines } from './yaml-lines';

/** YAML to read. */
export function YamlView({ label, text }: { label: string; text: string }) {
  return (
    <section aria-label={label} tabIndex={0}>
      <YamlLines text={text.replace(/\n$/, '')} maxHeight="70vh" />
    </section>
  );
}
