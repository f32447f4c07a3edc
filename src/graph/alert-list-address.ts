// The address of a slice of the alert list. Filters are made of constants and instants alone; neither $skip nor
// $orderby is sent, since Graph documents the one as limited and the other not at all.
import { toFilterLiteral } from '../domain/instant';
import type { AlertSlice } from '../ports/alert-source';

export const PAGE_SIZE = 100;
/** For a slice whose pages of `PAGE_SIZE` are too big to be read. */
export const SMALL_PAGE_SIZE = 10;

const IRM_FILTER = "serviceSource eq 'microsoftInsiderRiskManagement'";

/** `ge`, never `gt`: alerts that share an instant would be lost. */
export function alertListAddress(slice: Pick<AlertSlice, 'from' | 'to' | 'filter'>, pageSize: number): string {
  const terms = [
    ...(slice.filter === 'irm' ? [IRM_FILTER] : []),
    `lastUpdateDateTime ge ${toFilterLiteral(slice.from)}`,
    ...(slice.to === null ? [] : [`lastUpdateDateTime lt ${toFilterLiteral(slice.to)}`]),
  ];
  return `/security/alerts_v2?$top=${pageSize}&$filter=${encodeURIComponent(terms.join(' and '))}`;
}
