// Prompts, responses and the browsing of AI and other sites: many rows, none of which names a file.
import { weighted } from '../chance';
import { infoTypeTexts, type ActContext, type ActKind } from './act';
import type { ActCells } from './table-rows';

const PROMPT = 'Risky prompt entered in';
const RESPONSE = 'Sensitive response received in';

export function conversationCells(context: ActContext): ActCells {
  const { chance, workplace } = context;
  const assistant = weighted(workplace.assistants, ({ weight }) => weight)(chance);
  const where = assistant.workload === 'Copilot' ? 'Copilot' : 'connected AI apps';
  const prompt = `${PROMPT} ${where}`;
  const response = `${RESPONSE} ${where}`;
  const action = chance.one([prompt, prompt, response, response, `${prompt};${response}`]);
  const part = action.startsWith(PROMPT) ? 'Prompt' : 'Response';
  const types = chance.oneIn(3) ? [chance.one(workplace.sensitiveInfoTypes).id] : [];
  return {
    ActionType: action,
    IrmActionCategory: 'RiskyAIUsage',
    Workload: assistant.workload,
    ApplicationNames: assistant.name,
    ...(types.length > 0 && { SensitiveInfoTypeInfo: infoTypeTexts(types, chance, part) }),
    RiskyAIUsageAppCategory: assistant.category,
    RiskyAIUsageSensitivityLabelsInfo: chance.oneIn(9) ? [labelled(context)] : [null],
    RiskyAIUsageAccessedResourceInfo: chance.oneIn(4) ? [cited(context)] : [],
  };
}

function labelled({ chance, labels }: ActContext): string {
  return JSON.stringify({
    SubEntityId: chance.guid(),
    SubEntityName: 'Response',
    SensitivityLabelId: chance.one([...labels.family('Confidential'), ...labels.family('General')]),
  });
}

function cited({ chance, worker }: ActContext): string {
  const file = chance.one(worker.files);
  return JSON.stringify({ Name: file.name, SiteUrl: file.siteUrl, Action: 'Read' });
}

function browsed(action: string, sites: (context: ActContext) => readonly string[]) {
  return (context: ActContext): ActCells => {
    const host = context.chance.one(sites(context));
    return {
      ActionType: action,
      IrmActionCategory: 'Browsing',
      Workload: 'Endpoint',
      ApplicationNames: 'msedge.exe',
      ...context.worker.device,
      TargetUrlDomain: host,
      UrlDomainInfo: JSON.stringify([{ UrlDomain: host, Direction: 'Visited' }]),
    };
  };
}

export const assistantActs: readonly ActKind[] = [
  { weight: 340, cells: conversationCells },
  { weight: 30, cells: browsed('Generative AI websites browsed', ({ workplace }) => workplace.aiSites) },
  { weight: 4, cells: browsed('Gambling websites browsed', ({ workplace }) => workplace.gamblingSites) },
];

/** Service accounts do little else. */
export function agentCells(context: ActContext): ActCells {
  const action = context.chance.one(['Exposing agent to risky prompts', 'Agent generating sensitive responses']);
  return { ...conversationCells(context), ActionType: action };
}
