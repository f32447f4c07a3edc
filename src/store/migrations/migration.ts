// What a migration is: a number, a name and SQL that both databases understand. Applied ones are never edited.

export interface Migration {
  number: number;
  name: string;
  /** `rowId` is the one column type that the two databases spell differently: a number the database hands out. */
  statements(rowId: string): readonly string[];
}
