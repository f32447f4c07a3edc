// Turns the bytes of a request into JSON with bounds on depth and size, and takes away key names that can reach an
// object's prototype. What the JSON means is read in inbound-activity.

export const BODY_DEPTH_MAX = 32;
export const BODY_KEYS_MAX = 5_000;
/** Stands where a forbidden key stood, so that a strict schema further in still sees that something was there. */
export const REFUSED_KEY = '(refused key)';

const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];

type Node = Record<string, unknown>;

function replaceForbiddenKeys(node: Node): void {
  for (const key of FORBIDDEN_KEYS) {
    if (!Object.hasOwn(node, key)) continue;
    delete node[key];
    node[REFUSED_KEY] = true;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

/** Walks without recursion, so that depth costs no stack. False when a bound is passed. */
function clean(root: Node): boolean {
  const waiting: { node: Node; depth: number }[] = [{ node: root, depth: 1 }];
  let keys = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    replaceForbiddenKeys(next.node);
    const children = Object.values(next.node);
    keys += children.length;
    if (next.depth > BODY_DEPTH_MAX || keys > BODY_KEYS_MAX) return false;
    for (const child of children) {
      if (isNode(child)) waiting.push({ node: child, depth: next.depth + 1 });
    }
  }
  return true;
}

/** A JSON object within the bounds, or null. Array elements count as keys. */
export function parseActivityBody(bytes: Buffer): Record<string, unknown> | null {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  return isNode(body) && !Array.isArray(body) && clean(body) ? body : null;
}
