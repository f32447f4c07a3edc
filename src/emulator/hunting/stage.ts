// Everybody at work with what they work with: the ground that the month of events and the stories in it stand on.
import { createChance } from '../chance';
import type { Tenant } from '../entities';
import type { SeedLabel, Workplace } from '../seed/workplace-schema';
import type { ActContext } from './act';
import { labelBook, type LabelBook } from './label-book';
import { workforce } from './workforce';

export interface Stage {
  workplace: Workplace;
  labels: LabelBook;
  /** One for each person of the tenant, in the tenant's order. */
  contexts: readonly ActContext[];
  /** By account name or object id. */
  contextOf(person: string): ActContext | undefined;
}

/** The same seed gives the same devices, files and labels. */
export function createStage(
  tenant: Tenant,
  workplace: Workplace,
  labels: readonly SeedLabel[],
  chanceSeed: number,
): Stage {
  const chance = createChance(chanceSeed);
  const book = labelBook(labels);
  const workers = workforce(tenant, workplace, book, chance);
  const contexts = workers.map((worker): ActContext => ({ chance, worker, workplace, labels: book }));
  return {
    workplace,
    labels: book,
    contexts,
    contextOf: (named) =>
      contexts.find(({ worker }) => worker.person.accountName === named || worker.person.id === named),
  };
}
