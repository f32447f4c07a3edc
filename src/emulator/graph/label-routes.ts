// Sensitivity labels of the tenant: parents in order of priority, each with its sublabels.
import type { EmulatorRequest, Route } from '../room';
import type { SeedLabel } from '../seed/workplace-schema';
import type { World } from '../world';
import { badRequest, noSuchObject } from './graph-error';
import { graphRoute, serviceRoot } from './graph-route';
import { checkOptions } from './odata/query-options';

const COLLECTION = '/security/dataSecurityAndGovernance/sensitivityLabels';
const CONTEXT = 'security/dataSecurityAndGovernance/sensitivityLabels';

export function labelRoutes(world: World): Route[] {
  return [
    graphRoute('GET', COLLECTION, (request) => listLabels(world, request)),
    graphRoute('GET', `${COLLECTION}/:id/sublabels`, (request) => listSublabels(world, request)),
  ];
}

function listLabels(world: World, request: EmulatorRequest) {
  checkOptions(request, ['$expand']);
  const expand = request.query.get('$expand');
  if (expand !== null && expand !== 'sublabels') throw badRequest(`Cannot expand '${expand}'.`);
  const expanded = expand === 'sublabels' || world.switches.inlineSublabels;
  const value = world.labels.map((label, index) => {
    const priority = priorityOf(world.labels, index);
    const sublabels = sublabelsOf(label, priority);
    return expanded ? { ...labelObject(label, priority), sublabels } : labelObject(label, priority);
  });
  return { '@odata.context': `${serviceRoot(request)}/$metadata#${CONTEXT}`, value };
}

function listSublabels(world: World, request: EmulatorRequest) {
  checkOptions(request, []);
  const id = request.params['id'] ?? '';
  const index = world.labels.findIndex((label) => label.id === id);
  const label = world.labels[index];
  if (!label) throw noSuchObject(id);
  const context = `${serviceRoot(request)}/$metadata#${CONTEXT}('${id}')/sublabels`;
  return { '@odata.context': context, value: sublabelsOf(label, priorityOf(world.labels, index)) };
}

/** Parents and sublabels are numbered through, from the least sensitive to the most. */
function priorityOf(labels: readonly SeedLabel[], index: number): number {
  return labels.slice(0, index).reduce((sum, { sublabels }) => sum + 1 + sublabels.length, 0);
}

function sublabelsOf(label: SeedLabel, priority: number) {
  return label.sublabels.map((sublabel, index) => labelObject(sublabel, priority + 1 + index));
}

function labelObject(label: Omit<SeedLabel, 'sublabels'>, priority: number) {
  return {
    id: label.id,
    name: label.name,
    displayName: label.name,
    description: label.tooltip,
    toolTip: label.tooltip,
    priority,
    hasProtection: label.protected,
    isEndpointProtectionEnabled: false,
    isDefault: false,
    isScopedToUser: false,
    applicableTo: 'email,file',
    actionSource: 'manual',
    autoTooltip: '',
    locale: null,
  };
}
