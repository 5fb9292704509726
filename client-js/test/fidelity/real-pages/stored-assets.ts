/** What the customer's browser has uploaded, by hash. */
export type StoredAssets = Map<string, { readonly type: string; readonly body: Buffer }>;
