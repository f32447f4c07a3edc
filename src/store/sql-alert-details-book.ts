// What alerts say in words. Every viewer's refresh of a card asks for it, so reads are remembered until something changes.
import type { KeptDetails } from '../domain/alert-details';
import type { AlertDetailsBook } from '../ports/alert-details-book';
import { readDetails } from './detail-rows';
import { RememberedReads } from './remembered-reads';
import type { StoreContext } from './store-context';

export class SqlAlertDetailsBook implements AlertDetailsBook {
  private readonly found: RememberedReads<KeptDetails | null>;

  constructor(private readonly context: StoreContext) {
    this.found = new RememberedReads(context.database, context.now);
  }

  find(alertNumber: number): Promise<KeptDetails | null> {
    return this.found.get(String(alertNumber), () =>
      this.context.database.read((reader) => readDetails(reader, this.context, alertNumber)),
    );
  }
}
