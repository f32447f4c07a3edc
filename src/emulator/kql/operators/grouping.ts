// Groups of rows by the values of their keys, found by hashing: one map for each key within the one before it.
import type { KqlValue } from '../kql-table';
import type { Read, Row } from '../expressions/expression';

interface Level<T> {
  /** Null at the last key, of which there are as many as groups. */
  next: Map<KqlValue, Level<T>> | null;
  group: Group<T> | null;
}

export interface Group<T> {
  readonly key: readonly KqlValue[];
  readonly state: T;
}

export class Grouping<T> {
  /** In the order in which they were met. */
  readonly groups: Group<T>[] = [];
  private readonly root: Level<T> = { next: null, group: null };

  constructor(
    private readonly keys: readonly Read[],
    private readonly start: () => T,
  ) {}

  /** The state of the row's group, started when it is the first. */
  of(row: Row): T {
    let level = this.root;
    for (const key of this.keys) {
      const value = key(row);
      const next = (level.next ??= new Map<KqlValue, Level<T>>());
      let deeper = next.get(value);
      if (!deeper) {
        deeper = { next: null, group: null };
        next.set(value, deeper);
      }
      level = deeper;
    }
    if (level.group) return level.group.state;
    const group = { key: this.keys.map((key) => key(row)), state: this.start() };
    level.group = group;
    this.groups.push(group);
    return group.state;
  }

  /** The state of a group that is there already. */
  find(key: readonly KqlValue[]): T | null {
    let level: Level<T> | undefined = this.root;
    for (const value of key) level = level?.next?.get(value);
    return level?.group?.state ?? null;
  }
}
