import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { showValue, type Problem } from './problem';
import { didYouMean } from './suggest';

/** A text's form and the sentence that a file breaking it is answered with. */
export interface TextRule {
  pattern: RegExp;
  rule: string;
}

/** A sentence, or how to make it: looking for the word that was meant takes time, and there may be many. */
export type Rule = string | (() => string);

/** More help nobody, and a hostile file could hold hundreds of thousands. */
const MOST_PROBLEMS = 1000;

/** What all cursors over one file share. */
export class YamlReadingContext {
  readonly problems: Problem[] = [];
  private expansionsLeft = 200_000;

  note(offset: number, path: string, rule: Rule, value?: unknown): void {
    if (this.problems.length >= MOST_PROBLEMS) return;
    const found = value === undefined ? {} : { value: showValue(value) };
    const words = typeof rule === 'string' ? rule : rule();
    this.problems.push({ ...this.positionOf(offset), path, rule: words, ...found });
  }

  constructor(readonly positionOf: (offset: number) => { line: number; column: number }) {}

  /** False once all ranges of the file together hold more numbers than any tenant can use. */
  spendExpansion(count: number): boolean {
    this.expansionsLeft -= count;
    return this.expansionsLeft >= 0;
  }
}

/** An item of the specification with the place in the file that it came from. */
export interface Located<T> {
  value: T;
  at: YamlCursor;
}

/**
 * A place in a YAML file that knows its path and position. Reading a wrong value notes a problem and carries on: text
 * comes back as it is (so that references to it still match and cause no second problem), anything else as a neutral
 * value. What was read is to be used only if the context holds no problem at the end.
 */
export class YamlCursor {
  constructor(
    private readonly node: Node | null,
    readonly path: string,
    private readonly offset: number,
    readonly context: YamlReadingContext,
  ) {}

  /** False for a missing field and for one left empty. */
  get present(): boolean {
    return this.node !== null && !(isScalar(this.node) && this.node.value === null);
  }

  get isList(): boolean {
    return isSeq(this.node);
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  refuse(rule: Rule, value?: unknown): void {
    this.context.note(this.offset, this.path, rule, value);
  }

  /** Checks that this is a map of no other keys than these. `refused` gives the reason for keys known but unwanted. */
  expectMap(keys: readonly string[], refused: Readonly<Record<string, string>> = {}): boolean {
    if (!this.expectKind(isMap(this.node), `a group of settings (${keys.join(', ')})`)) return false;
    for (const { key, offset } of this.keys()) {
      if (keys.includes(key)) continue;
      const reason = Object.hasOwn(refused, key) ? refused[key] : undefined;
      this.context.note(offset, this.childPath(key), () =>
        reason ? `is not allowed: ${reason}` : `is not a setting known here${didYouMean(key, keys)}`,
      );
    }
    return true;
  }

  /** The fields of a map whose keys are the tenant's own names. */
  entries(what: string): { key: string; at: YamlCursor }[] {
    if (!this.expectKind(isMap(this.node), what)) return [];
    return this.keys().map(({ key, offset }) => ({
      key,
      at: new YamlCursor(this.pair(key)?.value ?? null, this.childPath(key), offset, this.context),
    }));
  }

  /**
   * The place of a field: of its value, or of its name where the value is a group or a list, which may begin lines
   * below. When the field is missing, a cursor that is not `present` and points at this map.
   */
  field(key: string): YamlCursor {
    const pair = this.pair(key);
    const pointer = isScalar(pair?.value) ? pair.value : pair?.key;
    return new YamlCursor(pair?.value ?? null, this.childPath(key), pointer?.range?.[0] ?? this.offset, this.context);
  }

  /** The place that a JSON pointer leads to from here, or as far as it leads. */
  within(pointer: string): YamlCursor {
    const [name, ...more] = pointer.split('/').slice(1);
    if (name === undefined) return this;
    const next = this.isList ? this.items('a list')[Number(name)] : this.field(name);
    return next?.present ? next.within(more.map((each) => `/${each}`).join('')) : (next ?? this);
  }

  /** What stands here, as JSON would have it. */
  plain(): unknown {
    if (this.isList) return this.items('a list').map((item) => item.plain());
    if (this.isMap) return Object.fromEntries(this.entries('a group of settings').map(({ key, at }) => [key, at.plain()]));
    return isScalar(this.node) ? this.node.value : null;
  }

  /** The items of a list; none, and no problem, when it is missing. */
  items(what: string): YamlCursor[] {
    if (!this.present || !this.expectKind(isSeq(this.node), what) || !isSeq(this.node)) return [];
    return this.node.items.map((item, index) => {
      const node = item as Node;
      return new YamlCursor(node, `${this.path}[${index}]`, node.range?.[0] ?? this.offset, this.context);
    });
  }

  /** The rule is for what the text becomes: `exampleOf` puts a value in the place of each `{…}` of a name pattern. */
  text({ pattern, rule }: TextRule, exampleOf = (text: string): string => text): string {
    const value = this.scalar('text');
    if (value === undefined) return '';
    if (typeof value !== 'string') {
      this.refuse('must be in quotes: without them YAML takes it for a number or a yes/no', value);
      return this.source();
    }
    if (!pattern.test(exampleOf(value))) this.refuse(rule, value);
    return value;
  }

  integer(min: number, max: number, belowMin?: string): number {
    const value = this.scalar('a whole number');
    if (value === undefined) return min;
    const isWhole = typeof value === 'number' && Number.isSafeInteger(value) && /^-?\d+$/.test(this.source());
    if (!isWhole || value < min || value > max) {
      const reason = isWhole && value < min && belowMin ? `: ${belowMin}` : '';
      this.refuse(`must be a whole number from ${min} to ${max}${reason}`, value);
      return min;
    }
    return value;
  }

  flag(): boolean {
    const value = this.scalar('true or false');
    if (value !== undefined && typeof value !== 'boolean') this.refuse('must be true or false', value);
    return value === true;
  }

  /** `refused` gives the reason for values known but unwanted, `otherwise` what would become of any other. */
  oneOf<T extends string>(
    choices: readonly T[],
    refused: Readonly<Record<string, string>> = {},
    otherwise?: string,
  ): T {
    const value = this.scalar(`one of ${choices.join(', ')}`);
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined && value !== undefined) {
      const word = String(value);
      const reason = Object.hasOwn(refused, word) ? refused[word] : undefined;
      const why = otherwise ? ` (${otherwise})` : '';
      const rule = `must be one of ${choices.join(', ')}${why}${didYouMean(word, choices)}`;
      this.refuse(reason ? `is not allowed: ${reason}` : rule, value);
    }
    return chosen ?? choices[0]!;
  }

  private scalar(what: string): unknown {
    if (!this.expectKind(isScalar(this.node), what)) return undefined;
    return isScalar(this.node) ? this.node.value : undefined;
  }

  private expectKind(isKind: boolean, what: string): boolean {
    if (!this.present) {
      this.refuse(`is required: ${what}`);
      return false;
    }
    if (!isKind) this.refuse(`must be ${what}, not ${this.kind()}`);
    return isKind;
  }

  private kind(): string {
    if (isMap(this.node)) return 'a group of settings';
    return isSeq(this.node) ? 'a list' : showValue(isScalar(this.node) ? this.node.value : null);
  }

  private source(): string {
    return isScalar(this.node) ? (this.node.source ?? '') : '';
  }

  /** The keys in order, each once; notes those that stand twice or are not text. */
  private keys(): { key: string; offset: number }[] {
    const seen = new Set<string>();
    const keys: { key: string; offset: number }[] = [];
    for (const pair of (this.node as YAMLMap<Node, Node | null>).items) {
      const offset = pair.key?.range?.[0] ?? this.offset;
      const key: unknown = isScalar(pair.key) ? pair.key.value : undefined;
      if (typeof key !== 'string') {
        this.context.note(offset, this.path, 'a name is expected before the colon', key);
      } else if (seen.has(key)) {
        this.context.note(offset, this.childPath(key), 'stands here a second time');
      } else {
        seen.add(key);
        keys.push({ key, offset });
      }
    }
    return keys;
  }

  private pair(key: string): Pair<Node, Node | null> | undefined {
    if (!isMap<Node, Node | null>(this.node)) return undefined;
    return this.node.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
  }

  private childPath(key: string): string {
    const name = /^[\w-]{1,40}$/.test(key) ? key : showValue(key);
    return this.path ? `${this.path}.${name}` : name;
  }
}
