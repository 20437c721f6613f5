import { isAlias, isNode, Lexer, LineCounter, Parser, parseDocument, visit, type Node, type YAMLError } from 'yaml';
import type { Problem } from './problem';

/** A tenant of 1,500 seats, every one written out, takes some 300 KiB. */
const LONGEST_FILE = 1 << 20;
/** The deepest place of a tenant file is queues / item / tiers / item / agents / item, two tokens each. */
const DEEPEST = 40;
const SECOND_DOCUMENT = 'one file describes one tenant: a second document (---) is not allowed';

/** The root of a well-formed file, or what stopped it from being read. */
export type YamlReading =
  | { root: Node; positionOf: (offset: number) => { line: number; column: number } }
  | { problems: Problem[] };

/**
 * Reads YAML 1.2 text that may come from anybody: plain maps, lists and scalars only. Anchors, aliases, tags,
 * directives and further documents are refused, so nothing can expand (billion laughs) or change its type.
 */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const positionOf = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problemAt = (offset: number, rule: string): Problem => ({ ...positionOf(offset), path: '', rule });

  if (text.length > LONGEST_FILE) return { problems: [problemAt(0, 'the file must be shorter than 1 MiB')] };
  const refusedToken = findRefusedToken(text, lines);
  if (refusedToken) return { problems: [problemAt(refusedToken.offset, refusedToken.rule)] };

  // Keys are checked for duplicates where maps are read: the library compares every pair of them.
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const problems = [
    ...document.errors.map((error) => problemAt(error.pos[0], inPlainWords(error))),
    ...(document.errors.length === 0 ? findRefusedNodes(document.contents, problemAt) : []),
  ];
  if (problems.length > 0) return { problems };
  if (!document.contents) return { problems: [problemAt(0, 'the file is empty')] };
  return { root: document.contents, positionOf };
}

/**
 * Looks at the token stream, which is read without recursion, before the tree is built: a hundred thousand nested
 * lists would take the stack, and with it the process, down.
 */
function findRefusedToken(text: string, lines: LineCounter): { offset: number; rule: string } | null {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  let documents = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === 'directive') return { offset: token.offset, rule: 'YAML directives (%) are not allowed' };
      if (token.type === 'document' && ++documents > 1) return { offset: token.offset, rule: SECOND_DOCUMENT };
    }
    if (parser.stack.length > DEEPEST) return { offset: parser.offset, rule: 'nested too deeply for a tenant file' };
  }
  for (const token of parser.end()) {
    if (token.type === 'document' && ++documents > 1) return { offset: token.offset, rule: SECOND_DOCUMENT };
  }
  return null;
}

function inPlainWords(error: YAMLError): string {
  if (error.code === 'TAB_AS_INDENT') return 'a tab indents this line: YAML wants spaces';
  return `not well-formed YAML: ${error.message.split('\n')[0]}`;
}

function findRefusedNodes(root: Node | null, problemAt: (offset: number, rule: string) => Problem): Problem[] {
  const problems: Problem[] = [];
  visit(root, {
    Node(_key, node) {
      const offset = (isNode(node) && node.range?.[0]) || 0;
      if (isAlias(node)) problems.push(problemAt(offset, 'aliases (*) are not allowed: write the value out'));
      else if (node.anchor) problems.push(problemAt(offset, 'anchors (&) are not allowed: write the value out'));
      if (node.tag) problems.push(problemAt(offset, 'YAML tags (!) are not allowed: quote what is text'));
    },
  });
  return problems;
}
