// What data loss prevention did about an act: most of it nothing, else one of five outcomes and the policy's name.
import { weighted } from '../chance';
import type { ActContext } from './act';
import type { ActCells } from './table-rows';

/** Members of DlpPolicyEnforcementMode; 0 = no policy matched. */
const OUTCOMES: readonly (readonly [mode: number, weight: number])[] = [
  [1, 40],
  [2, 20],
  [3, 15],
  [4, 20],
  [5, 5],
];
const pickOutcome = weighted(OUTCOMES, ([, weight]) => weight);
const WARN = 2;
const WARN_AND_BYPASS = 3;

export function noDlp(): ActCells {
  return { DlpPolicyEnforcementMode: 0 };
}

export function dlpMatch({ chance, workplace, worker }: ActContext): ActCells {
  const policy = chance.one(workplace.dlpPolicies);
  const [mode] = pickOutcome(chance);
  const clicksThrough = mode === WARN && workplace.clickThrough.includes(worker.person.accountName);
  return {
    DlpPolicyEnforcementMode: clicksThrough ? WARN_AND_BYPASS : mode,
    DlpPolicyMatchInfo: JSON.stringify([{ PolicyId: policy.id, PolicyName: policy.name }]),
    DlpPolicyRuleMatchInfo: [
      { RuleId: chance.guid(), RuleName: policy.name === '' ? '' : `${policy.name}, low volume` },
    ],
  };
}
