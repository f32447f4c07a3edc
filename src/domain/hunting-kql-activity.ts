// Kinds of activity as predicates. `ActionType` is readable text, several joined in one value, of varying spelling and
// without a published list: words are looked for, never whole values, and other columns say the same in other ways.
import type { HuntingActivity } from './command';
import { anyOf, whereColumn, type HuntingColumns } from './hunting-columns';
import { listLiteral, wholeNumberLiteral } from './kql-literal';

/** `DeviceDestinationLocationType`, as the table's page numbers it. */
export const DESTINATION = { removable: 3, cloud: 4, fileShare: 5 } as const;

interface Signs {
  /** Whole words or phrases of `ActionType`, any case. */
  words: readonly string[];
  destination?: number;
  /** Columns that are filled only by this activity. */
  filled?: readonly string[];
}

const SIGNS: Record<Exclude<HuntingActivity, 'exfiltration'> | 'networkShare', Signs> = {
  upload: { words: ['upload', 'uploaded', 'uploading'], destination: DESTINATION.cloud },
  download: { words: ['download', 'downloaded', 'downloading'] },
  removableMedia: {
    words: ['removable', 'USB'],
    destination: DESTINATION.removable,
    filled: ['RemovableMediaSerialNumber'],
  },
  print: { words: ['print', 'printed', 'printing'], filled: ['PrinterName'] },
  sharing: { words: ['shared', 'sharing'] },
  labelChange: { words: ['label', 'labels', 'labeled', 'relabeled'], filled: ['PreviousSensitivityLabelId'] },
  deletion: { words: ['delete', 'deleted', 'deleting', 'deletion'] },
  archive: { words: ['archive', 'archived', 'archiving', 'compressed', 'zipped'] },
  clipboard: { words: ['clipboard'] },
  ai: { words: ['AI', 'Copilot', 'agent', 'prompt', 'prompts'], filled: ['RiskyAIUsageAppCategory'] },
  browsing: { words: ['browse', 'browsed', 'browsing', 'visited'] },
  access: { words: ['access', 'accessed', 'opened', 'read', 'viewed'] },
  networkShare: { words: ['network share', 'exfiltrated'], destination: DESTINATION.fileShare },
};

/** Anything that leaves. */
const LEAVES = ['upload', 'removableMedia', 'print', 'sharing', 'networkShare'] as const;

function signsOf(activity: HuntingActivity): readonly Signs[] {
  return activity === 'exfiltration' ? LEAVES.map((kind) => SIGNS[kind]) : [SIGNS[activity]];
}

// Empty lists are written out in some columns: `isnotempty` alone would take `[]` for a printer.
const isFilled = (column: string) => `tostring(${column}) !in ("", "[]", "[null]", "{}", "null")`;

/** A KQL condition over the rows of either table. */
export function activityPredicate(activity: HuntingActivity, columns: HuntingColumns): string {
  const signs = signsOf(activity);
  const destinations = signs.flatMap(({ destination }) => destination ?? []).map(wholeNumberLiteral);
  return anyOf(
    `ActionType has_any ${listLiteral(signs.flatMap(({ words }) => words))}`,
    destinations.length === 0
      ? null
      : whereColumn(columns, 'DeviceDestinationLocationType', (name) => `${name} in (${destinations.join(', ')})`),
    ...signs.flatMap(({ filled = [] }) => filled).map((column) => whereColumn(columns, column, isFilled)),
  );
}
