import { isBuiltin } from 'node:module';
import ts from 'typescript';

/** Node's modules that only compute. */
const PURE_BUILTINS = ['assert', 'buffer', 'crypto', 'path', 'string_decoder', 'url', 'util'];
const FORBIDDEN_PACKAGES = /^(@nestjs\/|typeorm($|\/)|mysql2($|\/)|ioredis$|bull$|ws$|modesl$)/;

const CLOCK = 'a domain folder is pure: it is told the time, it does not look at a clock';
const CHANCE = 'a domain folder is pure: it is given its random values';
const IMPURE_CALLS = new Map(
  Object.entries({
    'Date.now': CLOCK,
    Date: CLOCK,
    'performance.now': CLOCK,
    'process.hrtime': CLOCK,
    'process.hrtime.bigint': CLOCK,
    setTimeout: CLOCK,
    setInterval: CLOCK,
    setImmediate: CLOCK,
    'Math.random': CHANCE,
    randomBytes: CHANCE,
    randomInt: CHANCE,
    randomUUID: CHANCE,
  }),
);

/** Whether a pure function has no business with this module: a framework, the ORM, a driver, files, sockets, time. */
export function isImpureModule(specifier: string): boolean {
  if (isBuiltin(specifier)) return !PURE_BUILTINS.includes(specifier.replace(/^node:/, '').split('/')[0] ?? '');
  return FORBIDDEN_PACKAGES.test(specifier);
}

/** The lines of a domain file that look at a clock or draw a random value. */
export function impureLines(path: string, text: string): { line: number; rule: string }[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: { line: number; rule: string }[] = [];
  const visit = (node: ts.Node): void => {
    const rule = impurity(node);
    if (rule) found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, rule });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return CLOCK;
  if (!ts.isCallExpression(node)) return undefined;
  // `crypto.randomUUID()` as well as `randomUUID()`
  const callee = node.expression.getText();
  return IMPURE_CALLS.get(callee) ?? IMPURE_CALLS.get(callee.replace(/^(.*\.)?(random[A-Z]\w*)$/, '$2'));
}
