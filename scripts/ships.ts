import { runOnShippedNode } from './shippedNode.ts';
import { conclude } from './vitest.ts';

// `npm run ships`: the part of the tests that runs on the Node of the Electron that ships. `npm test` runs it as well.
conclude([await runOnShippedNode()]);
