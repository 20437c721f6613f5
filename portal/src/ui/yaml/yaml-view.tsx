import { YamlLines } from './yaml-lines';

/** YAML to read. */
export function YamlView({ label, text }: { label: string; text: string }) {
  return <YamlLines label={label} text={text.replace(/\n$/, '')} maxHeight="70vh" />;
}
