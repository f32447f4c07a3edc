// Several acts that belong together: a file is fetched, disguised or has its label lowered, and leaves within a day.
import { fileCells, type ActContext } from './act';
import { removableCells, uploadCells } from './leaving-acts';
import type { ActCells, EventCells } from './table-rows';

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 3 * 3_600_000;

/** Three or four rows of one person, the first at `start`, tied by SequenceCorrelationId. */
export function sequenceRows(context: ActContext, start: number): EventCells[] {
  const { chance, worker, labels } = context;
  const original = chance.one(worker.files);
  const lowered = chance.oneIn(2);
  const file = lowered ? { ...original, labelIds: [labels.id('General')] } : original;
  const middle: ActCells = lowered
    ? {
        ...fileCells(file, 'cloud', context),
        ActionType: 'Label downgraded on a file',
        Workload: 'SharePoint',
        PreviousSensitivityLabelId: labels.id('Confidential/All Employees'),
      }
    : {
        ...fileCells(file, 'local', context),
        ActionType: chance.one(['File renamed', 'File Archived']),
        FileRenameInfo: file.name,
        Workload: 'Endpoint',
      };
  const fetched: ActCells = {
    ...fileCells(original, 'cloud', context),
    ActionType: 'File downloaded from SharePoint',
    Workload: 'SharePoint',
  };
  const acts = [fetched, middle, chance.oneIn(2) ? removableCells(context, file) : uploadElsewhere(context)];
  const correlation = chance.guid();
  let at = start;
  return acts.map((cells) => {
    const row = { ...worker.who, ...cells, SequenceCorrelationId: correlation, Timestamp: at };
    at += MINUTE_MS + chance.below(LONGEST_PAUSE_MS);
    return row;
  });

  function uploadElsewhere(of: ActContext): ActCells {
    const unallowed = of.workplace.domains.filter((domain) => domain.class === 'unallowed');
    return uploadCells(of, file, chance.one(unallowed.length > 0 ? unallowed : of.workplace.domains));
  }
}
