import { describeConversationBookContract } from './conversation-book';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeConversationBookContract(kind);
