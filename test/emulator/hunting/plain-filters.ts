// What a question asks of an act, decided in plain TypeScript. The contract leaves the words of an activity open: they
// are those listed in src/domain/hunting-kql-activity.ts, looked for as whole words of `ActionType` in any case.
import type { HuntingActivity } from '../../../src/domain/command';
import type { HuntingQuestion } from '../../../src/domain/hunting-question';
import type { Act } from './plain-acts';

const REMOVABLE = 3;
const CLOUD = 4;
const FILE_SHARE = 5;
const DLP_MODES = { audit: 1, warn: 2, bypass: 3, block: 4, allow: 5 } as const;

type Holds = (act: Act) => boolean;

/** `phrases` separated by commas; letters and figures around one would make it another word. */
const says =
  (phrases: string): Holds =>
  ({ action }) =>
    phrases.split(', ').some((phrase) => new RegExp(`(?<![a-z0-9])${phrase}(?![a-z0-9])`, 'i').test(action));
const goesTo =
  (place: number): Holds =>
  ({ destination }) =>
    destination === place;
const either =
  (...kinds: Holds[]): Holds =>
  (act) =>
    kinds.some((holds) => holds(act));

const upload = either(says('upload, uploaded, uploading'), goesTo(CLOUD));
const removableMedia = either(says('removable, usb'), goesTo(REMOVABLE), ({ onStick }) => onStick);
const print = either(says('print, printed, printing'), ({ printed }) => printed);
const sharing = says('shared, sharing');
const networkShare = either(says('network share, exfiltrated'), goesTo(FILE_SHARE));

const KINDS: Record<HuntingActivity, Holds> = {
  exfiltration: either(upload, removableMedia, print, sharing, networkShare),
  upload,
  removableMedia,
  print,
  sharing,
  download: says('download, downloaded, downloading'),
  labelChange: either(says('label, labels, labeled, relabeled'), ({ relabelled }) => relabelled),
  deletion: says('delete, deleted, deleting, deletion'),
  archive: says('archive, archived, archiving, compressed, zipped'),
  clipboard: says('clipboard'),
  ai: either(says('ai, copilot, agent, prompt, prompts'), ({ byAssistant }) => byAssistant),
  browsing: says('browse, browsed, browsing, visited'),
  access: says('access, accessed, opened, read, viewed'),
};

const orBelow = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

/** Whether the act meets every filter of the question; its window is not looked at. */
export function isAskedFor(question: HuntingQuestion, act: Act): boolean {
  const { activity, targetDomain, labelIds, person, department, device, sensitiveInfoTypeId, dlpOutcome } = question;
  const asked: [unknown, () => boolean][] = [
    [activity, () => activity !== null && KINDS[activity](act)],
    [targetDomain, () => act.hosts.some((host) => orBelow(host, targetDomain ?? ''))],
    [labelIds, () => act.labels.some((id) => labelIds?.includes(id))],
    [person, () => isPerson(person, act)],
    [department, () => act.department.toLowerCase() === department?.toLowerCase()],
    [device, () => act.devices.some((name) => name.split('.')[0] === device?.toLowerCase() || name === device)],
    [sensitiveInfoTypeId, () => act.infoTypes.includes(sensitiveInfoTypeId ?? '')],
    [dlpOutcome, () => dlpOutcome !== null && act.dlpMode === DLP_MODES[dlpOutcome]],
  ];
  return asked.every(([slot, holds]) => slot === null || holds());
}

function isPerson(person: HuntingQuestion['person'], { upn, objectId }: Act): boolean {
  const byName = person?.userPrincipalName?.toLowerCase() === upn;
  return byName || (objectId !== '' && person?.objectId?.toLowerCase() === objectId);
}
