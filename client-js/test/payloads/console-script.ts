import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** The layers that stand between a hostile page and the console. */
export interface Layers {
  readonly builder?: true;
  readonly sandbox?: true;
  readonly policy?: 'written' | 'served';
}

export const allLayers: Layers = { builder: true, sandbox: true, policy: 'written' };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A page's script, of a replica as it ships but for what is taken away. */
export async function pageScript(
  file: string,
  { policy, sandbox, builder }: Layers = allLayers,
): Promise<string> {
  const whole = policy !== undefined && sandbox === true && builder === true;
  const without: Plugin = {
    name: 'without',
    setup({ onResolve }) {
      // No layer may lean on what ends the agent's input.
      if (!whole)
        onResolve({ filter: /inert-events\.ts$/ }, () => ({
          path: here('../replica/layers/no-inert-events.ts'),
        }));
      if (policy === undefined)
        onResolve({ filter: /stage\/shell\.ts$|^\.\/shell\.ts$/ }, () => ({
          path: here('../replica/layers/bare-shell.ts'),
        }));
    },
  };
  const { outputFiles } = await build({
    entryPoints: [here(file)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    plugins: [without],
  });
  return outputFiles[0]!.text;
}
