// What esbuild bundles beside scripts.
declare module '*.css';
declare module '*.svelte' {
  const component: import('svelte').Component;
  export default component;
}
declare module 'vue/dist/vue.esm-bundler.js' {
  export * from 'vue';
}
declare module 'tabulator-tables' {
  export interface CellComponent {
    getValue(): unknown;
  }
  export class TabulatorFull {
    constructor(place: string, options: object);
    setGroupBy(field: string): void;
  }
}
