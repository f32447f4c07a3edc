import { describeAlertLogContract } from './alert-log';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeAlertLogContract(kind);
