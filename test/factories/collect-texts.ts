import { join } from 'node:path';
import * as ts from 'typescript';

/** What a piece of the source may say: texts with `{0}`, `{1}` for what varies, and the places nobody could follow. */
export interface Collected {
  texts: Map<string, string>;
  unfollowed: Set<string>;
}

/** Stands for what varies until the texts are numbered. */
const VARIES = '\u0000';
/** A part that may be more texts than this is taken as what varies; each of them is a text of its own then. */
const MOST_WAYS = 12;
const ROOT = join(__dirname, '../..');

/**
 * Every text of the source that tells an asker what to mend: what becomes the detail or the rule of an AppError, and what
 * stands at `rule:`, `patternRule:` and the like, or at `message:` of a field's decorator. Follows constants, functions and
 * parameters to the literals; reads all of src/ through the compiler, but for the paths that begin with one of `except`.
 */
export function collectTexts(except: readonly string[]): Collected {
  const { config: json } = ts.readConfigFile(join(ROOT, 'tsconfig.build.json'), ts.sys.readFile) as { config: unknown };
  const config = ts.parseJsonConfigFileContent(json, ts.sys, ROOT);
  const files = config.fileNames.filter((name) => name.startsWith(join(ROOT, 'src/')));
  const program = ts.createProgram(files, { ...config.options, incremental: false, tsBuildInfoFile: undefined, noEmit: true });
  return new Collector(program).collect(except);
}

class Collector {
  private readonly checker: ts.TypeChecker;
  /** By the name of what is called: to resolve every call of the source takes long. */
  private readonly calls = new Map<string, Call[]>();
  /** Functions with a parameter that is said. */
  private readonly sayers = new Set<string>();
  private readonly texts = new Map<string, string>();
  private readonly unfollowed = new Set<string>();
  private readonly open = new Set<ts.Node>();

  constructor(private readonly program: ts.Program) {
    this.checker = program.getTypeChecker();
  }

  collect(except: readonly string[]): Collected {
    const files = this.program.getSourceFiles().filter(({ fileName, isDeclarationFile }) => {
      return !isDeclarationFile && fileName.startsWith(join(ROOT, 'src/')) && !fileName.endsWith('.spec.ts');
    });
    for (const file of files) visit(file, (node) => this.note(node));
    const read = files.filter(({ fileName }) => !except.some((path) => fileName.startsWith(join(ROOT, path))));
    for (const file of read) visit(file, (node) => this.sinksOf(node).forEach((said) => this.take(said)));
    return { texts: this.texts, unfollowed: this.unfollowed };
  }

  private note(node: ts.Node): void {
    if (ts.isParameter(node) && isSaid(node)) this.sayers.add(nameOf(node.parent));
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
    const name = calledName(node);
    this.calls.set(name, [...(this.calls.get(name) ?? []), node]);
  }

  private sinksOf(node: ts.Node): ts.Expression[] {
    if (ts.isNewExpression(node) && node.expression.getText() === 'AppError') return (node.arguments ?? []).slice(1, 2);
    if (ts.isCallExpression(node) && node.expression.getText() === 'AppError.invalid') return node.arguments.slice(1, 2);
    if (ts.isShorthandPropertyAssignment(node) && isSaying(node.name)) return [node.name];
    if (ts.isCallExpression(node)) return this.saidBy(node);
    return ts.isPropertyAssignment(node) && isSaying(node.name) ? [node.initializer] : [];
  }

  /** What is given for a parameter that is a text, or part of one. */
  private saidBy(node: ts.CallExpression): ts.Expression[] {
    if (!this.sayers.has(calledName(node))) return [];
    return this.parametersOf(node).flatMap((parameter, index) => {
      const given = node.arguments[index];
      if (!given || !isSaid(parameter)) return [];
      if (parameter.name.getText() === 'refused') return this.valuesOf(given);
      return isParameter(this.declarationOf(given)) ? [] : [given];
    });
  }

  private parametersOf(node: Call): ts.ParameterDeclaration[] {
    return [...(this.checker.getResolvedSignature(node)?.declaration?.parameters ?? [])].filter((each) => ts.isParameter(each));
  }

  private valuesOf(node: ts.Expression): ts.Expression[] {
    const declaration = this.declarationOf(node);
    const object = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : node;
    if (!object || !ts.isObjectLiteralExpression(object)) return [];
    return object.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? [property.initializer] : []));
  }

  private declarationOf(node: ts.Expression): ts.Declaration | undefined {
    const symbol = this.checker.getSymbolAtLocation(node);
    const own = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    return own?.declarations?.[0];
  }

  private take(said: ts.Expression): void {
    for (const text of this.waysOf(said)) {
      if (text === VARIES) this.unfollowed.add(placeOf(said));
      else if (text !== '') this.texts.set(numbered(text), placeOf(said));
    }
  }

  /** Each text the expression may become. */
  private waysOf(node: ts.Node): string[] {
    if (this.open.has(node)) return [VARIES];
    this.open.add(node);
    const ways = [...new Set(this.follow(node))];
    this.open.delete(node);
    return ways;
  }

  private partWays(node: ts.Node): string[] {
    const ways = this.waysOf(node);
    return ways.length > MOST_WAYS || ways.length === 0 || ways.some((way) => way === VARIES) ? [VARIES] : ways;
  }

  private follow(node: ts.Node): string[] {
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isTemplateExpression(node)) return this.template(node);
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node)) return this.waysOf(node.expression);
    if (ts.isConditionalExpression(node)) return [...this.waysOf(node.whenTrue), ...this.waysOf(node.whenFalse)];
    if (ts.isBinaryExpression(node)) return this.binary(node);
    if (ts.isArrowFunction(node) || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return this.returned(node);
    if (ts.isCallExpression(node)) return this.call(node);
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) return this.named(node);
    if (ts.isElementAccessExpression(node)) return this.valuesOf(node.expression).flatMap((value) => this.waysOf(value));
    return node.kind === ts.SyntaxKind.NullKeyword ? [] : [VARIES];
  }

  private template(node: ts.TemplateExpression): string[] {
    const parts = node.templateSpans.map(({ expression, literal }) => product(this.partWays(expression), [literal.text]));
    return parts.reduce(product, [node.head.text]);
  }

  private binary({ operatorToken, left, right }: ts.BinaryExpression): string[] {
    if (operatorToken.kind === ts.SyntaxKind.PlusToken) return product(this.waysOf(left), this.waysOf(right));
    const isChoice = [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken].includes(operatorToken.kind);
    return isChoice ? [...this.waysOf(left), ...this.waysOf(right)] : [VARIES];
  }

  private returned(node: ts.FunctionLikeDeclaration): string[] {
    if (!node.body) return [VARIES];
    if (!ts.isBlock(node.body)) return this.waysOf(node.body);
    const ways: string[] = [];
    visitOwn(node.body, (each) => {
      if (ts.isReturnStatement(each) && each.expression) ways.push(...this.waysOf(each.expression));
    });
    return ways;
  }

  private call(node: ts.CallExpression): string[] {
    const declaration = this.checker.getResolvedSignature(node)?.declaration;
    if (declaration && 'body' in declaration && isOurs(declaration)) return this.waysOf(declaration);
    return ts.isIdentifier(node.expression) ? this.named(node.expression) : [VARIES];
  }

  private named(node: ts.Identifier | ts.PropertyAccessExpression): string[] {
    const { parent } = node;
    const declaration = ts.isShorthandPropertyAssignment(parent)
      ? this.checker.getShorthandAssignmentValueSymbol(parent)?.declarations?.[0]
      : this.declarationOf(node);
    return declaration && isOurs(declaration) ? this.declared(declaration, ts.isTemplateSpan(parent)) : [VARIES];
  }

  private declared(node: ts.Declaration, isPart: boolean): string[] {
    if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) {
      const type = this.checker.getTypeAtLocation(node);
      const isSaid = type.flags & ts.TypeFlags.StringLike || type.isUnion() || type.getCallSignatures().length > 0;
      return isSaid && node.initializer ? this.waysOf(node.initializer) : [VARIES];
    }
    if (ts.isFunctionDeclaration(node)) return this.waysOf(node);
    if (ts.isParameter(node)) return this.given(node);
    // a rule that somebody else made: it is collected where it was made
    const isMember = ts.isPropertySignature(node) || ts.isBindingElement(node) || ts.isPropertyDeclaration(node);
    return isMember && isSaying(node.name) && !isPart ? [] : [VARIES];
  }

  /** What the callers give. */
  private given(node: ts.ParameterDeclaration): string[] {
    const index = node.parent.parameters.indexOf(node);
    const calls = (this.calls.get(nameOf(node.parent)) ?? []).filter((call) => this.parametersOf(call).includes(node));
    const ways = calls.flatMap(({ arguments: given }) => (given?.[index] ? this.waysOf(given[index]) : []));
    return calls.length > 0 ? ways : [VARIES];
  }
}

type Call = ts.CallExpression | ts.NewExpression;

/** What rules are put together from. */
const PARTS = new Set(['what', 'belowMin', 'otherwise']);
const SAYING = new Set(['rule', 'patternRule', 'message', ...PARTS]);

function isSaid(node: ts.ParameterDeclaration): boolean {
  const name = node.name.getText();
  return name === 'rule' || name === 'refused' || (PARTS.has(name) && node.getSourceFile().fileName.endsWith('/yaml-cursor.ts'));
}

/** A function's own name, or that of the constant or parameter that holds it; a constructor's is its class's. */
function nameOf(node: ts.SignatureDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return node.parent.name?.text ?? '';
  const { name } = node.name ? node : (node.parent as ts.NamedDeclaration);
  return name?.getText() ?? '';
}

function calledName({ expression }: Call): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

function isParameter(node: ts.Declaration | undefined): boolean {
  return node !== undefined && ts.isParameter(node);
}

function isSaying(name: ts.Node): boolean {
  if (!SAYING.has(name.getText())) return false;
  return name.getText() !== 'message' || /(dto|fields?)\.ts$/.test(name.getSourceFile().fileName);
}

function isOurs(node: ts.Node): boolean {
  return !node.getSourceFile().isDeclarationFile;
}

function product(left: string[], right: string[]): string[] {
  return left.flatMap((start) => right.map((end) => start + end));
}

function numbered(text: string): string {
  let next = 0;
  return text.replaceAll(VARIES, () => `{${next++}}`);
}

function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName.slice(ROOT.length + 1)}: ${node.getText()}`;
}

function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  ts.forEachChild(node, (child) => visit(child, each));
}

/** Without the functions inside. */
function visitOwn(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  ts.forEachChild(node, (child) => (ts.isFunctionLike(child) ? undefined : visitOwn(child, each)));
}
