// Acts by which files leave, or could: upload, removable media, print, sharing, network shares, mail.
import { weighted } from '../chance';
import { domainCells, fileCells, LOCATION, type ActContext, type ActKind, type Domain } from './act';
import { dlpMatch, noDlp } from './dlp-outcome';
import { isGmail } from './gmail';
import type { ActCells } from './table-rows';
import type { WorkFile } from './workforce';

/** One in so many acts is matched by a policy. */
const DLP_MATCHES = 8;

export function dlpOf(context: ActContext, action: string): ActCells {
  if (!context.chance.oneIn(DLP_MATCHES)) return { ActionType: action, ...noDlp() };
  const joined = context.chance.oneIn(3) ? `${action};DLP Rule Matched` : action;
  return { ActionType: joined, ...dlpMatch(context) };
}

export function uploadCells(context: ActContext, file: WorkFile, domain: Domain): ActCells {
  return {
    IrmActionCategory: 'Endpoint',
    Workload: 'Endpoint',
    ApplicationNames: context.chance.one(['msedge.exe', 'chrome.exe', 'firefox.exe']),
    DeviceSourceLocationType: LOCATION.local,
    DeviceDestinationLocationType: LOCATION.cloud,
    ...context.worker.device,
    ...fileCells(file, 'local', context),
    ...domainCells(domain),
    ...dlpOf(context, 'File upload to cloud'),
  };
}

export function removableCells(context: ActContext, file: WorkFile): ActCells {
  const { manufacturer, model, serial } = context.chance.one(context.workplace.usbSticks);
  return {
    IrmActionCategory: 'Endpoint',
    Workload: 'Endpoint',
    ApplicationNames: 'explorer.exe',
    DeviceSourceLocationType: LOCATION.local,
    DeviceDestinationLocationType: LOCATION.removable,
    TargetFilePath: `E:\\${file.name}`,
    RemovableMediaManufacturer: manufacturer,
    RemovableMediaModel: model,
    RemovableMediaSerialNumber: serial,
    RemovableMediaInfo: [{ Manufacturer: manufacturer, Model: model, SerialNumber: serial }],
    ...context.worker.device,
    ...fileCells(file, 'local', context),
    ...dlpOf(context, 'File copied to Removable media'),
  };
}

export function printCells(context: ActContext, file: WorkFile): ActCells {
  return {
    IrmActionCategory: 'Endpoint',
    Workload: 'Endpoint',
    ApplicationNames: context.chance.one(['WINWORD.EXE', 'AcroRd32.exe', 'EXCEL.EXE']),
    PrinterName: context.chance.one(context.workplace.printers),
    ...context.worker.device,
    ...fileCells(file, 'local', context),
    ...dlpOf(context, 'File printed'),
  };
}

const fileOf = ({ chance, worker }: ActContext) => chance.one(worker.files);

function upload(context: ActContext): ActCells {
  const domain = weighted(context.workplace.domains, ({ weight }) => weight)(context.chance);
  return uploadCells(context, harmlessFor(domain.name, context), domain);
}

/**
 * What is confidential and went to Gmail is told by the story in gmail-story.ts to the last file; chance stays out of
 * it, so that the answer is the same whenever one asks.
 */
function harmlessFor(domain: string, context: ActContext): WorkFile {
  const file = fileOf(context);
  const confidential = context.labels.family('Confidential');
  if (!isGmail(domain) || !file.labelIds.some((id) => confidential.includes(id))) return file;
  return { ...file, labelIds: [context.labels.id('General/All Employees (unrestricted)')] };
}

function sharedOutside(context: ActContext): ActCells {
  const recipient = context.chance.one(context.workplace.outsideAddresses);
  return {
    IrmActionCategory: 'SharePoint',
    Workload: 'SharePoint',
    RecipientEmailAddress: recipient,
    ExternalUrlDomains: recipient.split('@')[1] ?? '',
    ...fileCells(fileOf(context), 'cloud', context),
    ...dlpOf(context, 'SharePoint file shared with people outside the organization'),
  };
}

function toShare(context: ActContext): ActCells {
  const file = fileOf(context);
  return {
    IrmActionCategory: 'Endpoint',
    Workload: 'Endpoint',
    DeviceDestinationLocationType: LOCATION.fileShare,
    TargetFilePath: `${context.chance.one(context.workplace.fileShares)}\\${file.name}`,
    ...context.worker.device,
    ...fileCells(file, 'local', context),
    ...dlpOf(context, 'File copied to network share'),
  };
}

function mailed(context: ActContext): ActCells {
  const { chance, workplace } = context;
  const file = fileOf(context);
  const recipients = [chance.one(workplace.outsideAddresses)];
  if (chance.oneIn(4)) recipients.push(chance.one(workplace.outsideAddresses));
  return {
    IrmActionCategory: 'Exchange',
    Workload: 'Exchange',
    EmailSubject: `Re: ${file.name.replace(/-.*$/, '')}`,
    EmailAttachmentCount: 1,
    EmailAttachmentInfo: [{ FileName: file.name, SizeInBytes: file.size }],
    InternetMessageId: `<${chance.guid()}@contoso.com>`,
    NetworkMessageId: chance.guid(),
    RecipientEmailAddress: recipients.join(', '),
    SensitivityLabelId: file.labelIds.join(','),
    ...dlpOf(context, 'Email with attachments sent outside the organization'),
  };
}

function inTeams(context: ActContext): ActCells {
  return {
    IrmActionCategory: 'Teams',
    Workload: 'MicrosoftTeams',
    TeamsTeamName: context.chance.one(['Project Larch', 'Key accounts', 'Laboratory']),
    TeamsChannelName: context.chance.one(['General', 'Suppliers', 'Numbers']),
    TeamsChannelType: context.chance.one(['standard', 'shared']),
    ...dlpOf(context, 'Sensitive info shared on Teams'),
  };
}

export const leavingActs: readonly ActKind[] = [
  { weight: 90, cells: upload },
  { weight: 34, cells: (context) => removableCells(context, fileOf(context)) },
  { weight: 26, cells: (context) => printCells(context, fileOf(context)) },
  { weight: 24, cells: sharedOutside },
  { weight: 14, cells: toShare },
  { weight: 9, cells: mailed },
  { weight: 12, cells: inTeams },
];
