// Sensitivity labels by the names people use. Files carry the id of a sublabel where there are sublabels.
import type { SeedLabel } from '../seed/workplace-schema';

export interface LabelBook {
  /** Id of `General`, or of `General/Anyone (unrestricted)`. Throws an error when there is none. */
  id(name: string): string;
  /** The label's own id and its sublabels'. */
  family(name: string): readonly string[];
  /** `Confidential/All Employees`, or undefined. */
  nameOf(id: string): string | undefined;
}

export function labelBook(labels: readonly SeedLabel[]): LabelBook {
  const names = new Map<string, string>();
  const families = new Map<string, string[]>();
  for (const { id, name, sublabels } of labels) {
    names.set(id, name);
    for (const sublabel of sublabels) names.set(sublabel.id, `${name}/${sublabel.name}`);
    families.set(name, [id, ...sublabels.map((sublabel) => sublabel.id)]);
  }
  const ids = new Map([...names].map(([id, name]) => [name, id]));
  return {
    id(name) {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`seed: no sensitivity label is called "${name}"`);
      return id;
    },
    family: (name) => families.get(name) ?? [],
    nameOf: (id) => names.get(id),
  };
}
