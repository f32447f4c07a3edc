// What the page offers in its lists. Shared with the page.

export interface PortalChoices {
  tenant: string;
  statuses: string[];
  /** Determinations that go with each classification. */
  determinations: Record<string, readonly string[]>;
  people: { id: string; name: string; userPrincipalName: string; reviewer: boolean }[];
  policies: { key: string; title: string }[];
}
