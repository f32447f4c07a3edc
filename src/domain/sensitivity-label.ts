// Sensitivity labels of the tenant: rows carry ids, people say names. A label stands for itself and its sublabels.

export interface SensitivityLabel {
  /** GUID, lower case. */
  readonly id: string;
  readonly name: string;
  readonly sublabels: readonly SensitivityLabel[];
}

/** `Confidential/All Employees`: the name with those above it. */
export interface LabelPath {
  readonly label: SensitivityLabel;
  readonly path: string;
}

export function labelPaths(labels: readonly SensitivityLabel[], above = ''): LabelPath[] {
  return labels.flatMap((label) => {
    const path = above === '' ? label.name : `${above}/${label.name}`;
    return [{ label, path }, ...labelPaths(label.sublabels, path)];
  });
}

const folded = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/\s*[/\\]\s*/g, '/')
    .replace(/\s+/g, ' ');

/**
 * The one label meant: by whole path, which for a top label is its name, else by a sublabel's own name where only one
 * has it. `candidates` are the tenant's paths from which to choose when none or several are meant.
 */
export function findLabel(
  labels: readonly SensitivityLabel[],
  asked: string,
): { found: LabelPath } | { candidates: string[] } {
  const paths = labelPaths(labels);
  const wanted = folded(asked);
  const whole = paths.find(({ path }) => folded(path) === wanted);
  if (whole !== undefined) return { found: whole };
  const named = paths.filter(({ label }) => folded(label.name) === wanted);
  const [only] = named;
  if (only !== undefined && named.length === 1) return { found: only };
  return { candidates: (named.length > 1 ? named : paths).map(({ path }) => path) };
}

/** Ids of the label and everything below it. */
export function labelIds(label: SensitivityLabel): string[] {
  return [label.id, ...label.sublabels.flatMap(labelIds)];
}

/** Path by id, for naming rows. */
export function labelNames(labels: readonly SensitivityLabel[]): ReadonlyMap<string, string> {
  return new Map(labelPaths(labels).map(({ label, path }) => [label.id, path]));
}
