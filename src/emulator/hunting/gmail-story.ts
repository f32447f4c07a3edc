// Confidential files that went to Gmail, to the last one: whoever asks for the last seven days gets the same answer at
// the start and a day later. What must not be counted lies right beside it.
import { domainCells, type ActContext } from './act';
import { dlpOf, uploadCells } from './leaving-acts';
import { GMAIL } from './gmail';
import type { Stage } from './stage';
import type { ActCells, EventCells } from './table-rows';
import type { Worker, WorkFile } from './workforce';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Ages at the start of the program. No edge of a seven-day window comes near them while it runs for a day. */
export const STORY_AGES = {
  thisWeek: { from: 2.2 * HOUR_MS, to: 5.4 * DAY_MS },
  weekBefore: { from: 8.6 * DAY_MS, to: 12.4 * DAY_MS },
  earlier: { from: 15 * DAY_MS, to: 27 * DAY_MS },
} as const;

type Period = keyof typeof STORY_AGES;

const gmail = { name: GMAIL, class: 'external' } as const;
const CONFIDENTIAL: readonly (readonly string[])[] = [
  ['Confidential/All Employees'],
  ['Confidential/Trusted People'],
  ['Confidential'],
  ['General/All Employees (unrestricted)', 'Confidential/All Employees'],
  ['Confidential/Anyone (unrestricted)'],
  ['Confidential/Trusted People', 'Confidential/All Employees'],
];
const TOPICS = ['account-plan', 'price-book', 'customer-list', 'synthesis-route', 'assay-results', 'term-sheet'];
/** One file in so many is sent twice. */
const SENT_TWICE = 7;

export function gmailStory(stage: Stage, now: number): EventCells[] {
  const { thisWeek, shared, weekBefore, earlier } = stage.workplace.gmailStory;
  const rows: EventCells[] = [];
  const send = (period: Period, { account, files }: { account: string; files: number }, from: number) => {
    const context = stage.contextOf(account);
    if (!context) return;
    for (let number = from; number < from + files; number += 1) {
      rows.push(...sendings(now, context, period, storyFile(context, period, number)));
    }
  };
  // The second sender's first files are the last ones of the first sender.
  let number = 0;
  for (const [index, sender] of thisWeek.entries()) {
    if (index === 1) number -= shared;
    send('thisWeek', sender, number);
    number += sender.files;
  }
  for (const sender of weekBefore) {
    send('weekBefore', sender, number);
    number += sender.files;
  }
  for (const sender of earlier) {
    send('earlier', sender, number);
    number += sender.files;
  }
  return [...rows, ...besides(stage, now)];
}

/** On a share, so that two people's files can be one and the same. */
function storyFile({ labels }: ActContext, period: Period, number: number): WorkFile {
  const name = `${TOPICS[number % TOPICS.length] ?? ''}-${String(number + 1).padStart(3, '0')}.xlsx`;
  const folder = period === 'thisWeek' ? 'handover' : 'reviews';
  const names = CONFIDENTIAL[number % CONFIDENTIAL.length] ?? [];
  return {
    name,
    cloudId: `https://contoso.sharepoint.com/sites/${folder}/Shared Documents/${name}`,
    localId: `\\\\fs01.contoso.com\\${folder}\\${name}`,
    siteUrl: `https://contoso.sharepoint.com/sites/${folder}`,
    folder: 'Shared Documents',
    size: 20_000 + number * 1_357,
    labelIds: names.map((one) => labels.id(one)),
    infoTypeIds: [],
  };
}

function sendings(now: number, context: ActContext, period: Period, file: WorkFile): EventCells[] {
  const row = (cells: ActCells) => rowOf(now, context, period, cells);
  const rows = [row(uploadCells(context, file, gmail))];
  if (context.chance.oneIn(SENT_TWICE)) rows.push(row(uploadCells(context, file, gmail)));
  // Hosts below Gmail and odd spellings come only with files that went to Gmail itself as well.
  if (context.chance.oneIn(SENT_TWICE * 2)) {
    rows.push(row({ ...uploadCells(context, file, gmail), TargetUrlDomain: `chat.${GMAIL}` }));
    rows.push(row({ ...uploadCells(context, file, gmail), TargetUrlDomain: 'Mail.Google.com' }));
  }
  return rows;
}

function rowOf(now: number, context: ActContext, period: Period, cells: ActCells): EventCells {
  const { from, to } = STORY_AGES[period];
  return { ...context.worker.who, ...cells, Timestamp: now - Math.floor(from + context.chance.below(to - from)) };
}

/** What a careless question would count too. */
function besides(stage: Stage, now: number): EventCells[] {
  const { workplace, labels } = stage;
  const contexts = workplace.gmailStory.bystanders.flatMap((account) => stage.contextOf(account) ?? []);
  const senders = workplace.gmailStory.thisWeek.flatMap(({ account }) => stage.contextOf(account) ?? []);
  const relabelled = (file: WorkFile, label: string) => ({ ...file, labelIds: [labels.id(label)] });
  const each = (context: ActContext, count: number, cells: (file: WorkFile) => ActCells) =>
    fileRange(context.worker, count).map((file) => rowOf(now, context, 'thisWeek', cells(file)));
  const highly = [...contexts, ...senders].flatMap((context) =>
    each(context, 3, (file) => uploadCells(context, relabelled(file, 'Highly Confidential/Specified People'), gmail)),
  );
  const lookalikes = contexts.flatMap((context) =>
    [`${GMAIL}.evil.example`, `web${GMAIL}`, 'google.com'].flatMap((name) =>
      each(context, 2, (file) =>
        uploadCells(context, relabelled(file, 'Confidential/All Employees'), { name, class: 'partner' }),
      ),
    ),
  );
  const unnamed = senders.flatMap((context) =>
    each(context, 2, () => ({
      ...domainCells(gmail),
      SensitivityLabelId: labels.id('Confidential/All Employees'),
      Workload: 'Endpoint',
      ...dlpOf(context, 'File upload to cloud'),
    })),
  );
  const lowered = contexts.flatMap((context) =>
    each(context, 1, (file) => ({
      ...uploadCells(context, relabelled(file, 'General'), gmail),
      PreviousSensitivityLabelId: labels.id('Confidential/Trusted People'),
    })),
  );
  return [...highly, ...lookalikes, ...unnamed, ...lowered];
}

function fileRange({ files }: Worker, count: number): readonly WorkFile[] {
  return files.slice(0, count);
}
