// Which acts make up which behaviour. Acts of no kind here are never summed up.

export interface BehaviourKind {
  action: string;
  category: string;
  risk: string;
  techniques: readonly string[];
  of: RegExp;
}

export const BEHAVIOUR_KINDS: readonly BehaviourKind[] = [
  {
    action: 'Files uploaded to cloud',
    category: 'Exfiltration',
    risk: 'Exfiltration',
    techniques: ['Exfiltration Over Web Service (T1567)'],
    of: /File upload to cloud/,
  },
  {
    action: 'Files copied to removable media',
    category: 'Exfiltration',
    risk: 'Exfiltration',
    techniques: ['Exfiltration over USB (T1052.001)'],
    of: /Removable media/,
  },
  {
    action: 'Files printed',
    category: 'Exfiltration',
    risk: 'Exfiltration',
    techniques: ['Exfiltration Over Physical Medium (T1052)'],
    of: /File printed/,
  },
  {
    action: 'Files shared with people outside the organization',
    category: 'Exfiltration',
    risk: 'Exfiltration',
    techniques: ['Exfiltration to Cloud Storage (T1567.002)'],
    of: /shared with people outside/,
  },
  {
    action: 'Files downloaded from SharePoint',
    category: 'Collection',
    risk: 'Collection',
    techniques: ['Data from Information Repositories (T1213)'],
    of: /downloaded from SharePoint/,
  },
  {
    action: 'Sensitivity labels downgraded or removed',
    category: 'Obfuscation',
    risk: 'DefenseEvasion',
    techniques: ['Indicator Removal (T1070)'],
    of: /^Label (downgraded|removed)/,
  },
  {
    action: 'Risky prompts entered in AI apps',
    category: 'RiskyAIUsage',
    risk: 'SuspiciousActivity',
    techniques: [],
    of: /Risky prompt entered/,
  },
];
