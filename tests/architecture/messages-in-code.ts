/** Finds the message ids that code uses, with the parameters that it gives where they are written beside them. */
import { place, type Source, type SyntaxNode, walk } from './sources.ts';

export interface UsedMessage {
  readonly at: string;
  /** The id, with `*` for each part that is computed. */
  readonly id: string;
  /** Names of the parameters, or null where they are not written out beside the id. */
  readonly params: readonly string[] | null;
}

const MESSAGE = /^(ui|reject|report|care|rule|order|word|forecast|plan|field|phase|condition)\.[A-Za-z0-9*.:-]+$/;

export function messagesInCode(source: Source): UsedMessage[] {
  const found: UsedMessage[] = [];
  const paramsOfId = new Map<SyntaxNode, readonly string[] | null>();
  walk(source, (node) => {
    if (node.type === 'ObjectExpression') {
      const id = propertyOf(node, 'id');
      if (id) paramsOfId.set(id, keysOf(propertyOf(node, 'params')));
    }
    const id = idOf(node);
    if (id !== null && MESSAGE.test(id)) found.push({ at: place(source, node.start), id, params: paramsOfId.get(node) ?? null });
  });
  return found;
}

function idOf(node: SyntaxNode): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node.quasis as readonly { value: { cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join('*');
}

function propertyOf(object: SyntaxNode, name: string): SyntaxNode | undefined {
  const properties = object.properties as readonly SyntaxNode[];
  return properties.find((property) => (property.key as SyntaxNode | undefined)?.name === name)?.value as SyntaxNode | undefined;
}

/** Keys of an object that is written out, or null when some are spread in or computed. */
function keysOf(object: SyntaxNode | undefined): readonly string[] | null {
  if (object?.type !== 'ObjectExpression') return null;
  const properties = object.properties as readonly SyntaxNode[];
  if (properties.some(({ type, computed }) => type !== 'Property' || computed)) return null;
  return properties.map(({ key }) => String((key as SyntaxNode).name ?? (key as SyntaxNode).value));
}
