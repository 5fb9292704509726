import * as rules from '../../src/masking/attribute-rules.ts';

// What the policy goes by, for a look at it after the build.
Object.assign(globalThis, { wordLists: rules });
