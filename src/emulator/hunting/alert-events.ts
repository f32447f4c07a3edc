// What the subject of an exfiltration alert did in the hours that the alert speaks of, so that alerts and hunting rows
// agree. The same alert always gives the same rows.
import { createHash } from 'node:crypto';
import { IRM_SOURCE, type Alert, type Evidence } from '../alert';
import { createChance } from '../chance';
import { parseInstant, TICKS_PER_MS } from '../instants';
import { fileCells, type ActContext } from './act';
import { dlpOf, printCells, removableCells, uploadCells } from './leaving-acts';
import type { Stage } from './stage';
import type { ActCells, EventCells } from './table-rows';
import type { WorkFile } from './workforce';

/** Files of the subject's own besides those in the alert's evidence. */
const FEWEST_FILES = 6;
const MORE_FILES = 12;
const LEAVES_AFTER_MS = 20 * 60_000;

const APP_HOSTS: Record<string, string> = {
  Dropbox: 'dropbox.com',
  'Google Drive': 'drive.google.com',
  Box: 'box.com',
  'Amazon Web Services': 's3.amazonaws.com',
};

/** Rows of one insider-risk alert, or none: of another kind, or about nobody of the tenant. */
export function alertEvents(alert: Alert, stage: Stage): EventCells[] {
  const context = contextFor(alert, stage);
  const span = spanOf(alert);
  if (!context || !span) return [];
  const { chance, worker, labels } = context;
  const own = worker.files.slice(0, FEWEST_FILES + chance.below(MORE_FILES));
  // Under a label that no question for confidential files counts.
  const files = [...evidenceFiles(alert), ...own].map((file) => ({
    ...file,
    labelIds: [labels.id('Highly Confidential/All Employees')],
  }));
  const leaving = wayOut(alert);
  return files.flatMap((file): EventCells[] => {
    const seen = span.from + chance.below(Math.max(1, span.to - span.from - LEAVES_AFTER_MS));
    const read = { ...worker.who, ...reading(context, file), ActivityId: chance.guid(), Timestamp: seen };
    const left = { ...worker.who, ...leaving(context, file), ...deviceOf(alert), ActivityId: chance.guid() };
    return [read, { ...left, Timestamp: seen + 1 + chance.below(LEAVES_AFTER_MS) }];
  });
}

function contextFor(alert: Alert, stage: Stage): ActContext | undefined {
  if (alert.serviceSource !== IRM_SOURCE || !alert.categories?.includes('Exfiltration')) return undefined;
  const subject = subjectId(alert);
  const context = subject === null ? undefined : stage.contextOf(subject);
  const seed = createHash('sha256').update(alert.id).digest().readUInt32BE(0);
  return context && { ...context, chance: createChance(seed) };
}

export function subjectId(alert: Alert): string | null {
  const users = evidenceOf(alert, 'userEvidence');
  const subject = users.find(({ roles }) => roles?.includes('policyViolator')) ?? users[0];
  return subject?.userAccount?.azureAdUserId ?? null;
}

export function evidenceOf(alert: Alert, kind: string): Evidence[] {
  return (alert.evidence ?? []).filter((one) => one['@odata.type'].endsWith(`.${kind}`));
}

function spanOf(alert: Alert): { from: number; to: number } | null {
  const ms = (text: string | null | undefined) => {
    const ticks = parseInstant(text ?? '');
    return ticks === null ? null : Number(ticks / TICKS_PER_MS);
  };
  const from = ms(alert.firstActivityDateTime);
  const to = ms(alert.lastActivityDateTime);
  return from === null || to === null || to <= from ? null : { from, to };
}

function evidenceFiles(alert: Alert): WorkFile[] {
  return evidenceOf(alert, 'fileEvidence').flatMap((one) => {
    const { fileName, filePath, fileSize } = one['fileDetails'] as Record<string, unknown>;
    if (typeof fileName !== 'string') return [];
    const folder = typeof filePath === 'string' ? filePath : '';
    const id = folder === '' ? fileName : `${folder}${folder.includes('/') ? '/' : '\\'}${fileName}`;
    const size = typeof fileSize === 'number' ? fileSize : 0;
    return [{ name: fileName, cloudId: id, localId: id, siteUrl: '', folder, size, labelIds: [], infoTypeIds: [] }];
  });
}

function deviceOf(alert: Alert): ActCells {
  const [device] = evidenceOf(alert, 'deviceEvidence');
  if (!device) return {};
  return { DeviceId: String(device['mdeDeviceId']), DeviceName: String(device['deviceDnsName']) };
}

function reading(context: ActContext, file: WorkFile): ActCells {
  const cloud = file.cloudId.startsWith('https:');
  const action = cloud ? 'File downloaded from SharePoint' : 'Sensitive File read';
  const workload = cloud ? 'SharePoint' : 'Endpoint';
  return { ActionType: action, Workload: workload, ...fileCells(file, cloud ? 'cloud' : 'local', context) };
}

type WayOut = (context: ActContext, file: WorkFile) => ActCells;

/** By the evidence where it says, else by the alert's words. */
function wayOut(alert: Alert): WayOut {
  const host = outsideHost(alert);
  if (host !== undefined) return (context, file) => uploadCells(context, file, { name: host, class: 'unallowed' });
  const words = alert.title ?? '';
  if (/print/i.test(words)) return printCells;
  if (/link|shared|share/i.test(words)) return sharing;
  return removableCells;
}

function outsideHost(alert: Alert): string | undefined {
  const [url] = evidenceOf(alert, 'urlEvidence');
  if (typeof url?.['url'] === 'string' && URL.canParse(url['url'])) return new URL(url['url']).hostname;
  return evidenceOf(alert, 'cloudApplicationEvidence').flatMap((app) => APP_HOSTS[String(app['displayName'])] ?? [])[0];
}

const sharing: WayOut = (context, file) => ({
  Workload: 'SharePoint',
  RecipientEmailAddress: context.chance.one(context.workplace.outsideAddresses),
  ...fileCells(file, 'cloud', context),
  ...dlpOf(context, 'SharePoint file shared with people outside the organization'),
});
