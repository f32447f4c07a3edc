// The four roles of the sample groups, in the order in which they are listed everywhere.
import type { RoleName } from './entities';

export const ROLE_NAMES: readonly RoleName[] = ['analyst', 'investigator', 'admin', 'auditor'];
