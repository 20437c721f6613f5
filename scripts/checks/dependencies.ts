import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { findCycles } from './cycles';
import { impureLines, isImpureModule } from './domain-purity';
import { importsOf, type Import } from './imports';

export interface Violation {
  file: string;
  line: number;
  rule: string;
}

interface SourceFile {
  /** Relative to src/, with slashes. */
  path: string;
  text: string;
  imports: Import[];
}

/**
 * Checks the rules on who may import whom over all of `sourceRoot` (the folder src/); specs are exempt,
 * since they wire whatever they test.
 */
export function checkDependencies(sourceRoot: string): Violation[] {
  const files = sourcePaths(sourceRoot).map((path): SourceFile => {
    const text = readFileSync(join(sourceRoot, path), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });
  const resolve = (from: SourceFile, { specifier }: Import) => resolveImport(sourceRoot, from.path, specifier);
  const perImport = files.flatMap((file) =>
    file.imports.flatMap((imported) =>
      importRules(file.path, imported, resolve(file, imported)).map((rule) => at(file, imported.line, rule)),
    ),
  );
  return [...files.flatMap(fileRules), ...perImport, ...cycles(files, resolve)];
}

export function formatViolation({ file, line, rule }: Violation): string {
  return `src/${file}:${line}: ${rule}`;
}

function at({ path }: SourceFile, line: number, rule: string): Violation {
  return { file: path, line, rule };
}

function sourcePaths(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.endsWith('.d.ts'))
    .sort();
}

/** The file under src/ that a relative import names; undefined for a package or a file outside. */
function resolveImport(root: string, from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = join(root, dirname(from), specifier).replace(/\.js$/, '');
  const found = [`${path}.ts`, join(path, 'index.ts')].find(existsSync);
  return found && relative(root, found);
}

function importRules(from: string, imported: Import, target: string | undefined): string[] {
  const { specifier, typeOnly } = imported;
  const rules: string[] = [];
  if (specifier === 'modesl' && !from.startsWith('telephony/esl/')) rules.push('only telephony/esl imports modesl');
  if (isInDomain(from) && !typeOnly && isImpureModule(specifier)) {
    rules.push(`a domain folder is pure: it may not import ${specifier}`);
  }
  if (!target) return rules;
  if (from.startsWith('platform/') && /^(features|telephony)\//.test(target)) {
    rules.push(`platform knows no feature and no telephony: it may not import ${target}`);
  }
  if (crossesFeatures(from, target) && !isFeatureDoor(target)) {
    rules.push(
      `a feature reaches another through its *.module, *.reader, *.events or domain/ files only, not ${target}`,
    );
  }
  return rules;
}

function fileRules(file: SourceFile): Violation[] {
  const names = file.path.split('/').flatMap((part) => part.replace(/\.ts$/, '').split('.'));
  const vague = names.find((name) => /^(utils?|helpers?)$/.test(name));
  const rules = vague ? [at(file, 1, `no file or folder is called ${vague}: name it after what it does`)] : [];
  if (basename(file.path) === 'index.ts') rules.push(at(file, 1, 'no barrel files: import from the file itself'));
  if (isInDomain(file.path)) {
    rules.push(...impureLines(file.path, file.text).map(({ line, rule }) => at(file, line, rule)));
  }
  return rules;
}

/** File-level cycles of imports that exist at run time, each reported once, at its alphabetically first file. */
function cycles(
  files: SourceFile[],
  resolve: (from: SourceFile, imported: Import) => string | undefined,
): Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const edges = new Map(
    files.map((file) => [
      file.path,
      file.imports.filter(({ typeOnly }) => !typeOnly).flatMap((imported) => resolve(file, imported) ?? []),
    ]),
  );
  return findCycles(edges).flatMap((cycle) => {
    const [first, second] = cycle;
    const file = first === undefined ? undefined : byPath.get(first);
    if (!file) return [];
    const back = file.imports.find((imported) => resolve(file, imported) === (second ?? first));
    return [at(file, back?.line ?? 1, `imports form a cycle: ${[...cycle, first].join(' → ')}`)];
  });
}

function isInDomain(path: string): boolean {
  return dirname(path).split('/').includes('domain');
}

function featureOf(path: string): string | undefined {
  return /^features\/([^/]+)\//.exec(path)?.[1];
}

function crossesFeatures(from: string, target: string): boolean {
  const [own, other] = [featureOf(from), featureOf(target)];
  return own !== undefined && other !== undefined && own !== other;
}

function isFeatureDoor(path: string): boolean {
  return /\.(module|reader|events)\.ts$/.test(path) || isInDomain(path);
}
