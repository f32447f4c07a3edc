import { describeHuntLogContract } from './hunt-log';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeHuntLogContract(kind);
