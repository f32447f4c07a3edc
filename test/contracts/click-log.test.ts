import { describeClickLogContract } from './click-log';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeClickLogContract(kind);
