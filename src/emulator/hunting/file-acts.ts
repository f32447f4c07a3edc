// Everyday acts on files that stay inside, and the noise that endpoints make by themselves.
import { fileCells, LOCATION, type ActContext, type ActKind } from './act';
import type { ActCells } from './table-rows';

const fileOf = ({ chance, worker }: ActContext) => chance.one(worker.files);

function onSite(action: string) {
  return (context: ActContext): ActCells => ({
    ActionType: action,
    IrmActionCategory: 'SharePoint',
    Workload: context.chance.oneIn(3) ? 'OneDrive' : 'SharePoint',
    ...fileCells(fileOf(context), 'cloud', context),
  });
}

function onDevice(action: string, more: ActCells = {}) {
  return (context: ActContext): ActCells => ({
    ActionType: action,
    IrmActionCategory: 'Endpoint',
    Workload: 'Endpoint',
    ApplicationNames: context.chance.one(['EXCEL.EXE', 'WINWORD.EXE', 'explorer.exe', 'msedge.exe', 'POWERPNT.EXE']),
    DeviceSourceLocationType: LOCATION.local,
    ...context.worker.device,
    ...fileCells(fileOf(context), 'local', context),
    ...more,
  });
}

function downloaded(context: ActContext): ActCells {
  const outside = context.chance.oneIn(12) ? context.chance.one(context.workplace.domains).name : undefined;
  if (outside === undefined) return onSite('File downloaded from SharePoint')(context);
  // The domain it came from is not one that it went to.
  return onDevice('File downloaded from the web', { SourceUrlDomain: outside })(context);
}

function renamed(context: ActContext): ActCells {
  const file = fileOf(context);
  const before = `holiday-pictures-${context.chance.below(90)}.jpg`;
  return { ...onDevice('File renamed')(context), ...fileCells(file, 'local', context), FileRenameInfo: before };
}

/** Rows of the endpoint's own upkeep, which are no acts of a person. */
function upkeep(context: ActContext): ActCells {
  const { chance, worker } = context;
  const account = worker.person.accountName;
  const cached = `\\ProgramData\\Microsoft\\Windows Defender\\DLPCache\\${chance.guid()}.tmp`;
  const browser = `\\Users\\${account}\\AppData\\Local\\Packages\\MSTeams\\EBWebView\\Default\\Cache\\f_${chance.below(9_999)}`;
  return {
    ...onDevice(chance.one(['Sensitive File read', 'Sensitive file created']))(context),
    ObjectId: `C:${chance.oneIn(2) ? cached : browser}`,
    ObjectName: 'cache',
    SensitivityLabelId: '',
    SensitiveInfoTypeInfo: null,
  };
}

function label(action: 'Label downgraded on a file' | 'Label removed from a file') {
  return (context: ActContext): ActCells => {
    const { chance, labels } = context;
    const before = chance.one([...labels.family('Confidential'), ...labels.family('Highly Confidential')]);
    const now = action.includes('removed') ? (chance.oneIn(2) ? before : '') : labels.id('General');
    return { ...onSite(action)(context), PreviousSensitivityLabelId: before, SensitivityLabelId: now };
  };
}

export const fileActs: readonly ActKind[] = [
  { weight: 160, cells: onSite('File accessed on SPO') },
  { weight: 110, cells: onDevice('Sensitive File read') },
  { weight: 50, cells: onDevice('Sensitive file created') },
  { weight: 120, cells: downloaded },
  { weight: 30, cells: onDevice('Text copied to clipboard from sensitive file') },
  { weight: 20, cells: onDevice('File Archived') },
  { weight: 30, cells: onSite('File deleted from SharePoint') },
  { weight: 20, cells: onDevice('File deleted') },
  { weight: 12, cells: renamed },
  { weight: 26, cells: upkeep },
  { weight: 6, cells: label('Label downgraded on a file') },
  { weight: 4, cells: label('Label removed from a file') },
];
