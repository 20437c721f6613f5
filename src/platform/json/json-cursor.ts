import type { FieldProblem } from '../errors/app-error';

export interface TextRules {
  min?: number;
  max: number;
  pattern?: RegExp;
  /** What a text that breaks the pattern is told. */
  rule?: string;
  /** Whether it may have more lines than one. */
  lines?: boolean;
}

const CONTROL = /[\u0000-\u001f\u007f]/;
const CONTROL_BUT_LINES = /[\u0000-\u0009\u000b-\u001f\u007f]/;

/**
 * A place in a JSON document that knows its pointer. Reading a wrong value notes a problem and carries on with a neutral
 * one: what was read is to be used only if there is no problem at the end.
 */
export class JsonCursor {
  private readonly asked = new Set<string>();

  constructor(
    readonly value: unknown,
    readonly pointer: string,
    readonly problems: FieldProblem[],
  ) {}

  get present(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  refuse(rule: string): void {
    this.problems.push({ pointer: this.pointer, rule });
  }

  /** Refuses what is no object, and every key that is not one of these. */
  object(keys: readonly string[]): void {
    for (const [key, at] of this.entries()) if (!keys.includes(key)) at.refuse('is not a known field');
  }

  /** Refuses what nobody asked for. */
  refuseUnread(): void {
    this.object([...this.asked]);
  }

  field(name: string): JsonCursor {
    this.asked.add(name);
    const value = isObject(this.value) && Object.hasOwn(this.value, name) ? this.value[name] : undefined;
    return this.child(name, value);
  }

  /** The fields of an object whose keys are the writer's own. */
  entries(most = Infinity): [string, JsonCursor][] {
    if (!isObject(this.value)) {
      this.refuse('must be an object');
      return [];
    }
    const entries = Object.entries(this.value);
    if (entries.length > most) this.refuse(`must have ${most} entries at the most`);
    return entries.slice(0, most).map(([key, value]) => [key, this.child(key, value)]);
  }

  list(least: number, most: number): JsonCursor[] {
    if (!Array.isArray(this.value)) {
      if (this.present || least > 0) this.refuse('must be a list');
      return [];
    }
    if (this.value.length < least || this.value.length > most) this.refuse(`must have ${least} to ${most} items`);
    return this.value.slice(0, most).map((item, index) => this.child(String(index), item));
  }

  text({ min = 1, max, pattern, rule, lines = false }: TextRules): string {
    if (typeof this.value !== 'string') {
      this.refuse('must be a text');
      return '';
    }
    if (this.value.length < min || this.value.length > max) this.refuse(`must be ${min} to ${max} characters long`);
    else if ((lines ? CONTROL_BUT_LINES : CONTROL).test(this.value)) this.refuse('must not contain control characters');
    else if (pattern && !pattern.test(this.value)) this.refuse(rule ?? 'is not in the right form');
    return this.value;
  }

  /** What is left out is `otherwise`, where there is one. */
  whole(min: number, max: number, otherwise?: number): number {
    if (!this.present && otherwise !== undefined) return otherwise;
    if (typeof this.value === 'number' && Number.isInteger(this.value) && this.value >= min && this.value <= max) return this.value;
    this.refuse(`must be a whole number from ${min} to ${max}`);
    return otherwise ?? min;
  }

  choice<T extends string>(choices: readonly T[], otherwise?: T): T {
    if (!this.present && otherwise !== undefined) return otherwise;
    const found = choices.find((each) => each === this.value);
    if (found === undefined) this.refuse(`must be one of ${choices.join(', ')}`);
    return found ?? (otherwise as T) ?? (choices[0] as T);
  }

  flag(otherwise: boolean): boolean {
    if (!this.present) return otherwise;
    if (typeof this.value !== 'boolean') this.refuse('must be true or false');
    return this.value === true;
  }

  private child(name: string, value: unknown): JsonCursor {
    return new JsonCursor(value, `${this.pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, this.problems);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
