// The tenant's sensitivity labels as a tree of names and ids. Sublabels are a navigation of their own, which Graph gives
// beside a label, or when asked to expand it, or label by label.
import { isBotError } from '../domain/errors';
import type { SensitivityLabel } from '../domain/sensitivity-label';
import type { GraphClient } from './graph-client';
import { garbageAnswer } from './graph-errors';
import { HUNTING_LOOKUP } from './patience';
import { asObject, guidOf, textOf, type WireObject } from './wire-values';

const LABELS = '/security/dataSecurityAndGovernance/sensitivityLabels';
export const LABELS_MAX = 500;
export const LABEL_PAGES_MAX = 10;
/** Labels nest twice at most. */
const DEPTH_MAX = 3;
const NAME_MAX = 200;

interface WireLabel {
  id: string;
  name: string;
  /** Null: the answer says nothing of sublabels. */
  sublabels: readonly unknown[] | null;
}

function labelFromGraph(wire: unknown): WireLabel | null {
  const label: WireObject = asObject(wire) ?? {};
  const id = guidOf(label['id']);
  const name = textOf(label['displayName'], NAME_MAX) ?? textOf(label['name'], NAME_MAX);
  const sublabels = label['sublabels'];
  return id === null || name === null ? null : { id, name, sublabels: Array.isArray(sublabels) ? sublabels : null };
}

async function elementsOf(client: GraphClient, first: string): Promise<unknown[]> {
  const elements: unknown[] = [];
  let next: string | null = first;
  for (let pages = 0; next !== null && pages < LABEL_PAGES_MAX; pages += 1) {
    const lookup = { row: 'graphRead', lane: 'click', patience: HUNTING_LOOKUP } as const;
    const { body } = await client.call({ method: 'GET', address: next, ...lookup });
    const page = asObject(body);
    if (!Array.isArray(page?.['value'])) throw garbageAnswer();
    elements.push(...page['value']);
    next = textOf(page['@odata.nextLink'], 4_000);
  }
  return elements.slice(0, LABELS_MAX);
}

async function topLabels(client: GraphClient): Promise<unknown[]> {
  try {
    return await elementsOf(client, `${LABELS}?$expand=sublabels`);
  } catch (error) {
    if (!isBotError(error, 'badRequest')) throw error;
    return elementsOf(client, LABELS);
  }
}

async function sublabelsOf(client: GraphClient, id: string): Promise<unknown[]> {
  try {
    return await elementsOf(client, `${LABELS}/${id}/sublabels`);
  } catch (error) {
    if (isBotError(error, 'notFound', 'badRequest')) return [];
    throw error;
  }
}

async function treeOf(client: GraphClient, wire: readonly unknown[], depth: number): Promise<SensitivityLabel[]> {
  const tree: SensitivityLabel[] = [];
  for (const label of wire.map(labelFromGraph).filter((one) => one !== null)) {
    // Only of top labels is it asked: what is below one has been answered with it.
    const below = label.sublabels ?? (depth === 1 ? await sublabelsOf(client, label.id) : []);
    const sublabels = depth < DEPTH_MAX ? await treeOf(client, below, depth + 1) : [];
    tree.push({ id: label.id, name: label.name, sublabels });
  }
  return tree;
}

/** Throws BotError. */
export async function readLabels(client: GraphClient): Promise<SensitivityLabel[]> {
  return treeOf(client, await topLabels(client), 1);
}
