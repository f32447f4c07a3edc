import { describeAskedBookContract } from './asked-book';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeAskedBookContract(kind);
