// Built-in sensitive information types, whose ids are the same in every tenant. Hunting rows carry ids alone, and Graph
// lists no names: custom types can be asked for by their id.
import { isGuid } from './kql-literal';

export interface SensitiveInfoType {
  readonly id: string;
  readonly name: string;
  /** Other words for it that people type. */
  readonly also?: readonly string[];
}

export const BUILT_IN_INFO_TYPES: readonly SensitiveInfoType[] = [
  { id: '50842eb7-edc8-4019-85dd-5a5c1f2bb085', name: 'Credit Card Number', also: ['credit card'] },
  {
    id: 'a44669fe-0d48-453d-a9b1-2cc83f2cba77',
    name: 'U.S. Social Security Number (SSN)',
    also: ['SSN', 'social security number', 'US social security number'],
  },
  { id: 'cb353f78-2b72-4c3c-8827-92ebe4f69fdf', name: 'ABA Routing Number', also: ['routing number'] },
  { id: '50b8b56b-4ef8-44c2-a924-03374f5831ce', name: 'All Full Names', also: ['full name'] },
  { id: '8548332d-6d71-41f8-97db-cc3b5fa544e6', name: 'All Physical Addresses', also: ['physical address'] },
  { id: '44aa44f2-63d1-41df-af0d-970283ac41e2', name: 'U.S. Physical Addresses', also: ['US physical address'] },
  { id: '1daa4ad5-e2dd-4ca4-a788-54722c09efb2', name: 'IP Address' },
  { id: 'a7dd5e5f-e7f9-4626-a2c6-86a8cb6830d2', name: 'IP Address v4', also: ['IPv4 address'] },
  { id: '3f691089-7413-4926-ab3b-3c5ea8a1c17e', name: 'IP Address v6', also: ['IPv6 address'] },
  { id: '24a90d49-519b-4689-aa13-f35c47cc40c3', name: 'General Password', also: ['password'] },
  { id: 'ba147552-2ed1-4a8f-a441-981e94ab1895', name: 'All Credential Types', also: ['credential'] },
  {
    id: '065bdd91-ef07-40d3-b8a4-0aea722eaa49',
    name: 'All Medical Terms And Conditions',
    also: ['medical terms and conditions', 'medical term'],
  },
  { id: '17066377-466d-43ff-997f-c9240414021c', name: 'Diseases', also: ['disease'] },
  { id: '0f587d92-eb28-44a9-bd1c-90f2892b47aa', name: 'Azure DocumentDB Auth Key' },
  { id: 'ce1a126d-186f-4700-8c0c-486157b953fd', name: 'Azure SQL Connection String' },
  { id: 'c7bc98e8-551a-4c35-a92d-d2c8cda714a7', name: 'Azure Storage Account Key', also: ['storage account key'] },
];

/** Case, dots, brackets and a plural s do not matter. */
function folded(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[.()]/g, '')
    .replace(/[\s-]+/g, ' ')
    .trim();
  return plain.endsWith('ss') ? plain : plain.replace(/(?:(?<=address)es|s)$/, '');
}

/** By name, by another word for it, or by id; null when it is none of the built-in types and no id. */
export function findInfoType(asked: string): SensitiveInfoType | null {
  const wanted = folded(asked);
  const named = BUILT_IN_INFO_TYPES.find(({ name, also = [] }) =>
    [name, ...also].some((one) => folded(one) === wanted),
  );
  if (named !== undefined) return named;
  const id = asked.trim().toLowerCase();
  if (!isGuid(id)) return null;
  return BUILT_IN_INFO_TYPES.find((type) => type.id === id) ?? { id, name: id };
}
